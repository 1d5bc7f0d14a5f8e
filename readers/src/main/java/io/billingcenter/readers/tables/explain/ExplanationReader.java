package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.Explanation;
import io.billingcenter.domain.explain.InvoiceExplanation;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds the object that an id names, and everything it is made of: the number of an invoice, the id of a posting, a workspace-day
 * {@code workspace/day}, or bill lines {@code account/workspace/day/meter[/tier]}; of a package, which has neither
 * workspace nor meter, {@code account//day/}.
 */
public final class ExplanationReader {

    private static final String VOID = "void";
    private static final int DAY_PARTS = 2;
    private static final int LINE_PARTS = 4;
    private static final int TIERED_LINE_PARTS = 5;

    private final JdbcTemplate jdbc;
    private final PostingsExplained postings;
    private final DayRows days;
    private final ExplainedBillRows bills;

    /** Creates a reader of that database, in which the details of all workspace-days are. */
    public ExplanationReader(JdbcTemplate jdbc, AccountDirectory directory) {
        this(jdbc, DayDetails.inTables(jdbc), directory);
    }

    /** Creates a reader of that database, and of details that may be elsewhere. */
    public ExplanationReader(JdbcTemplate jdbc, DayDetails details, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.postings = new PostingsExplained(jdbc, details);
        this.days = new DayRows(details, directory, postings);
        this.bills = new ExplainedBillRows(jdbc);
    }

    /**
     * Returns the explanation of the object that the id names.
     *
     * @throws IllegalArgumentException if it names nothing
     */
    public Explanation explain(String id) {
        String[] parts = id.split("/", -1);
        Optional<? extends Explanation> found = switch (parts.length) {
            case 1 -> {
                Optional<? extends Explanation> invoice = invoice(id);
                yield invoice.isPresent() ? invoice : postings.ofId(id).map(posting -> lines(id, List.of(posting)));
            }
            case DAY_PARTS -> days.find(new WorkspaceDay(new WorkspaceId(parts[0]), BillingDay.parse(parts[1])));
            case LINE_PARTS -> lines(id, parts, "");
            case TIERED_LINE_PARTS -> lines(id, parts, parts[LINE_PARTS]);
            default -> Optional.empty();
        };
        return found.orElseThrow(() -> new IllegalArgumentException(
                "Expected the number of an invoice, the id of a posting, a workspace-day like ws-1/2026-11-21, or a"
                        + " bill line like account/ws-1/2026-11-21/log/7, found nothing of the name '" + id
                        + "'; the ids stand in bill-lines.csv and invoices.csv"));
    }

    private Optional<LinesExplanation> lines(String id, String[] parts, String retention) {
        List<PostingExplanation> found = postings.ofDay(parts[1], BillingDay.parse(parts[2])).stream()
                .filter(posting -> posting.account().value().equals(parts[0]))
                .filter(posting -> isOf(posting.tier(), parts[3], retention))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(lines(id, found));
    }

    private static boolean isOf(@Nullable MeterTier tier, String meter, String retention) {
        if (tier == null) {
            return meter.isEmpty();
        }
        return tier.meter().code().equals(meter)
                && (retention.isEmpty() || tier.retentionText().equals(retention));
    }

    private LinesExplanation lines(String name, List<PostingExplanation> found) {
        return new LinesExplanation(name, found, daysOf(found), bills.of(found));
    }

    private List<DayExplanation> daysOf(Collection<PostingExplanation> found) {
        Set<WorkspaceDay> wanted = new TreeSet<>();
        for (PostingExplanation posting : found) {
            if (posting.workspace() != null) {
                wanted.add(new WorkspaceDay(posting.workspace(), posting.billingDay()));
            }
        }
        return wanted.stream().flatMap(day -> days.find(day).stream()).toList();
    }

    private Optional<InvoiceExplanation> invoice(String number) {
        return jdbc
                .query(
                        InvoiceTable.TABLE.select() + " WHERE invoice_number = ?",
                        (row, n) -> invoice(row, InvoiceTable.STATE.get(row), InvoiceTable.CREDIT_NUMBER.get(row)),
                        number)
                .stream()
                .findFirst()
                .or(() -> voided(number));
    }

    /** A voided invoice has the same columns. */
    private Optional<InvoiceExplanation> voided(String number) {
        return jdbc
                .query(
                        VoidedInvoiceTable.TABLE.select() + " WHERE invoice_number = ?",
                        (row, n) -> invoice(row, VOID, 0),
                        number)
                .stream()
                .findFirst();
    }

    private InvoiceExplanation invoice(ResultSet row, String state, int creditNumber) throws SQLException {
        String number = InvoiceTable.INVOICE_NUMBER.get(row);
        BillingMonth month = InvoiceTable.BILLING_MONTH.get(row);
        BillingAccountId account = InvoiceTable.ACCOUNT_ID.get(row);
        Currency currency = InvoiceTable.CURRENCY.get(row);
        List<PostingExplanation> found = postingsOf(month, account, currency, creditNumber);
        List<InvoiceExplanation.Line> lines = jdbc
                .query(
                        InvoiceLineTable.TABLE.select() + " WHERE invoice_number = ?",
                        (line, n) -> line(line, currency),
                        number)
                .stream()
                .map(line -> new InvoiceExplanation.Line(
                        line,
                        found.stream().filter(posting -> isOn(posting, line)).toList()))
                .sorted(Comparator.comparing(InvoiceExplanation.Line::line, LINE_ORDER))
                .toList();
        return new InvoiceExplanation(
                number,
                month,
                account,
                Money.of(currency, InvoiceTable.TOTAL.get(row)),
                state,
                new InvoiceExplanation.Payment(
                        Money.of(currency, InvoiceTable.VOUCHER.get(row)),
                        Money.of(currency, InvoiceTable.PREPAID_CARD.get(row)),
                        Money.of(currency, InvoiceTable.CASH.get(row)),
                        Money.of(currency, InvoiceTable.CLOUD.get(row)),
                        Money.of(currency, InvoiceTable.OWED.get(row)),
                        Money.of(currency, InvoiceTable.FAPIAO_AMOUNT.get(row))),
                new InvoiceCorrections(jdbc).of(number),
                lines,
                daysOf(found),
                bills.of(found));
    }

    private static final Comparator<InvoiceLine> LINE_ORDER = Comparator.comparing(
                    InvoiceLine::workspace, Comparator.nullsFirst(Comparator.<WorkspaceId>naturalOrder()))
            .thenComparing(InvoiceLine::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(line -> line.kind().code());

    /**
     * Returns the postings of a document, read by workspace and day, so that each has the earlier postings that it follows.
     *
     * @param creditNumber number of a credit note; 0 for an invoice
     */
    private List<PostingExplanation> postingsOf(
            BillingMonth month, BillingAccountId account, Currency currency, int creditNumber) {
        record Place(String workspace, BillingDay day) {}
        List<Place> places = jdbc.query(
                """
                SELECT DISTINCT workspace_id, billing_day FROM posting
                WHERE account_id = ? AND posted_day >= ? AND posted_day < ? AND currency = ?
                ORDER BY workspace_id, billing_day""",
                (row, n) ->
                        new Place(row.getString(PostingTable.WORKSPACE_ID.name()), PostingTable.BILLING_DAY.get(row)),
                account.value(),
                month.firstDay().date(),
                month.endExclusive().date(),
                currency.getCurrencyCode());
        Map<Place, List<PostingExplanation>> found = new HashMap<>();
        places.forEach(place -> found.put(place, postings.ofDay(place.workspace(), place.day())));
        List<PostingExplanation> ofInvoice = new ArrayList<>();
        for (Place place : places) {
            for (PostingExplanation posting : found.getOrDefault(place, List.of())) {
                if (posting.account().equals(account)
                        && posting.amount().currency().equals(currency)
                        && posting.postedDay().month().equals(month)
                        && isOfDocument(posting, creditNumber)) {
                    ofInvoice.add(posting);
                }
            }
        }
        return List.copyOf(ofInvoice);
    }

    private static boolean isOfDocument(PostingExplanation posting, int creditNumber) {
        return creditNumber == 0
                ? posting.kind() != PostingKind.CREDIT
                : posting.kind() == PostingKind.CREDIT && posting.rating() == creditNumber;
    }

    private static boolean isOn(PostingExplanation posting, InvoiceLine line) {
        return Objects.equals(posting.workspace(), line.workspace())
                && Objects.equals(posting.tier(), line.tier())
                && posting.kind() == line.kind();
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        return new InvoiceLine(
                InvoiceLineTable.WORKSPACE_ID.getOrNull(row),
                MeterTierColumns.getOrNull(row),
                InvoiceLineTable.KIND.get(row),
                InvoiceLineTable.QUANTITY.get(row),
                Money.of(currency, InvoiceLineTable.AMOUNT.get(row)));
    }
}
