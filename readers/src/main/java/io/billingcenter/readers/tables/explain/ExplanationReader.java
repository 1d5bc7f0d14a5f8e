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
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what an id stands for, and everything it is made of: the number of an invoice, the id of a posting, a workspace-day
 * {@code workspace/day}, or bill lines {@code account/workspace/day/meter[/tier]}; of a package, which has neither
 * workspace nor meter, {@code account//day/}.
 */
public final class ExplanationReader {

    private static final int DAY_PARTS = 2;
    private static final int LINE_PARTS = 4;
    private static final int TIERED_LINE_PARTS = 5;

    private final JdbcTemplate jdbc;
    private final PostingsExplained postings;
    private final DayRows days;
    private final ExplainedBillRows bills;

    /** A reader of that database. */
    public ExplanationReader(JdbcTemplate jdbc, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.postings = new PostingsExplained(jdbc);
        this.days = new DayRows(jdbc, directory, postings);
        this.bills = new ExplainedBillRows(jdbc);
    }

    /**
     * The explanation of what the id stands for.
     *
     * @throws IllegalArgumentException when it stands for nothing
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
        return jdbc.query("SELECT * FROM invoice WHERE invoice_number = ?", (row, n) -> invoice(row), number).stream()
                .findFirst();
    }

    private InvoiceExplanation invoice(ResultSet row) throws SQLException {
        String number = row.getString("invoice_number");
        BillingMonth month = BillingMonth.parse(row.getString("billing_month"));
        BillingAccountId account = new BillingAccountId(row.getString("account_id"));
        Currency currency = Currency.getInstance(row.getString("currency"));
        List<PostingExplanation> found = postingsOf(month, account, currency);
        List<InvoiceExplanation.Line> lines = jdbc
                .query("SELECT * FROM invoice_line WHERE invoice_number = ?", (line, n) -> line(line, currency), number)
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
                Money.of(currency, row.getBigDecimal("total")),
                row.getString("state"),
                new InvoiceExplanation.Payment(
                        Money.of(currency, row.getBigDecimal("voucher")),
                        Money.of(currency, row.getBigDecimal("prepaid_card")),
                        Money.of(currency, row.getBigDecimal("cash")),
                        Money.of(currency, row.getBigDecimal("cloud")),
                        Money.of(currency, row.getBigDecimal("owed")),
                        Money.of(currency, row.getBigDecimal("fapiao_amount"))),
                lines,
                daysOf(found),
                bills.of(found));
    }

    private static final Comparator<InvoiceLine> LINE_ORDER = Comparator.comparing(
                    InvoiceLine::workspace, Comparator.nullsFirst(Comparator.<WorkspaceId>naturalOrder()))
            .thenComparing(InvoiceLine::tier, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(line -> line.kind().code());

    /** The postings of a month, found through their workspaces and days, so that each knows what it is behind. */
    private List<PostingExplanation> postingsOf(BillingMonth month, BillingAccountId account, Currency currency) {
        record Place(String workspace, BillingDay day) {}
        List<Place> places = jdbc.query(
                """
                SELECT DISTINCT workspace_id, billing_day FROM posting
                WHERE account_id = ? AND posted_day >= ? AND posted_day < ? AND currency = ?
                ORDER BY workspace_id, billing_day""",
                (row, n) -> new Place(row.getString("workspace_id"), Columns.day(row, "billing_day")),
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
                        && posting.postedDay().month().equals(month)) {
                    ofInvoice.add(posting);
                }
            }
        }
        return List.copyOf(ofInvoice);
    }

    private static boolean isOn(PostingExplanation posting, InvoiceLine line) {
        return java.util.Objects.equals(posting.workspace(), line.workspace())
                && java.util.Objects.equals(posting.tier(), line.tier())
                && posting.kind() == line.kind();
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        return new InvoiceLine(
                Columns.workspaceOrNone(row),
                Columns.tierOrNone(row),
                Columns.known(PostingKind.ofCode(row.getString("kind")), "kind"),
                row.getBigDecimal("quantity"),
                Money.of(currency, row.getBigDecimal("amount")));
    }
}
