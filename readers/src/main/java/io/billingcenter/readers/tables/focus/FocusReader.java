package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.focus.ChargeVisitor;
import io.billingcenter.domain.focus.ChargeVisitor.CreditedLine;
import io.billingcenter.domain.focus.FocusInvoice;
import io.billingcenter.domain.focus.PostedLine;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the charges of a closed month in a stable order, page by page, so that memory does not grow with the month. */
public final class FocusReader {

    private static final int PAGE_POSTINGS = 40_000;

    /** The order of the lines of an account. */
    private static final Comparator<PostedLine> ORDER = Comparator.comparing((PostedLine line) ->
                    Objects.requireNonNullElse(line.key().owner().workspaceId(), ""))
            .thenComparing(line -> line.key().settlement().isVendor())
            .thenComparing(line -> line.item().sku().id())
            .thenComparing(line -> line.key().settlement().code());

    private final JdbcTemplate jdbc;
    private final BillingMonth month;
    private final UnitsRule unitsRule;
    private final Map<String, String> regions;
    private final int pagePostings;

    /**
     * Reads a month.
     *
     * @param unitsRule by which a quantity becomes units
     * @param regions names of sites by their codes
     */
    public FocusReader(JdbcTemplate jdbc, BillingMonth month, UnitsRule unitsRule, Map<String, String> regions) {
        this(jdbc, month, unitsRule, regions, PAGE_POSTINGS);
    }

    /**
     * Reads a month in pages of that size.
     *
     * @param pagePostings postings of a page, unless one workspace has more; at least 1
     */
    public FocusReader(
            JdbcTemplate jdbc, BillingMonth month, UnitsRule unitsRule, Map<String, String> regions, int pagePostings) {
        this.jdbc = jdbc;
        this.month = month;
        this.unitsRule = unitsRule;
        this.regions = Map.copyOf(regions);
        this.pagePostings = pagePostings;
    }

    /**
     * Returns the day on which the invoices of the month were issued.
     *
     * @throws SetRefusedException if it was not stored
     */
    public BillingDay issued() {
        return jdbc
                .query(
                        "SELECT invoice_date FROM month_close WHERE billing_month = ? AND invoice_date IS NOT NULL",
                        (row, number) -> new BillingDay(row.getObject(1, LocalDate.class)),
                        month.toString())
                .stream()
                .findFirst()
                .orElseThrow(() -> SetRefusedException.incomplete("Expected the date of the invoices of " + month
                        + ", found none: the month was closed by an older program, which did not store it. Charges by"
                        + " FOCUS can be exported of later months"));
    }

    /**
     * Gives all charges to the visitor.
     *
     * @throws SetRefusedException if something that the charges are made of is no longer in the tables, or never was
     */
    public void read(ChargeVisitor visitor) {
        requireDetails();
        Map<String, Object> bounds = Map.of(
                "from", month.firstDay().date(), "to", month.endExclusive().date());
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        ReferenceNames names = new ReferenceNames(jdbc, month, regions);
        MonthRuns runs = new MonthRuns(jdbc, month);
        CardCharges cards = new CardCharges(jdbc, names, runs);
        PageRows rows = new PageRows(named, month, bounds);
        Context context = new Context(names, runs, cards, rows, visitor, new ArrayList<>());
        for (FocusPage page : new FocusPages(named, bounds, pagePostings).all(cards.accounts())) {
            read(page, context);
        }
    }

    private void requireDetails() {
        refuseIf(
                "SELECT 1 FROM purged_day WHERE billing_day >= ? AND billing_day < ? FETCH FIRST 1 ROWS ONLY",
                "the details of its days in the tables, found that they were purged; the files that were published stay");
        refuseIf(
                "SELECT 1 FROM unspread_bill WHERE posted_day >= ? AND posted_day < ? FETCH FIRST 1 ROWS ONLY",
                "what paid each line of its bills, found bills that an older program settled, which knew that by workspace"
                        + " only");
    }

    private void refuseIf(String sql, String expected) {
        boolean isFound = !jdbc.query(
                        sql,
                        (row, number) -> row.getInt(1),
                        month.firstDay().date(),
                        month.endExclusive().date())
                .isEmpty();
        if (isFound) {
            throw SetRefusedException.incomplete("Expected of " + month + " " + expected);
        }
    }

    /** The things that all pages have in common; the credits are those of an account that goes on in the next page. */
    private record Context(
            ReferenceNames names,
            MonthRuns runs,
            CardCharges cards,
            PageRows rows,
            ChargeVisitor visitor,
            List<Credit> credits) {}

    /** A line of a credit note. */
    private record Credit(int note, BilledAccount account, CreditedLine line) {}

    private void read(FocusPage page, Context context) {
        Map<LineRef, List<LinePosting>> byLine = new LinkedHashMap<>();
        Set<LineRef.WorkspaceDate> days = new LinkedHashSet<>();
        Set<LineRef.WorkspaceDate> lateDays = new LinkedHashSet<>();
        for (LinePosting posting : context.rows().postings(page)) {
            byLine.computeIfAbsent(posting.line(), first -> new ArrayList<>(1)).add(posting);
            LineRef.WorkspaceDate day = posting.line().workspaceDate();
            days.add(day);
            if (day.day().isBefore(month.firstDay().date())) {
                lateDays.add(day);
            }
        }
        Map<LineRef, List<LinePosting>> earlier = new HashMap<>();
        context.rows().earlier(page, lateDays).forEach(posting -> {
            earlier.computeIfAbsent(posting.line(), first -> new ArrayList<>()).add(posting);
        });
        earlier.values().forEach(postings -> postings.sort(LinePosting.OLDEST_FIRST));
        LineRatings ratings = new LineRatings();
        context.rows().ratings(days, ratings::add);
        LinePaymentParts payments = new LinePaymentParts();
        context.rows().payments(page, payments::add);
        payments.addClearings(context.runs()::clears);
        PageLines lines = new PageLines(context.names(), ratings, unitsRule);
        give(page, context, lines(byLine, earlier, lines, payments, context));
    }

    private Map<BilledAccount, List<PostedLine>> lines(
            Map<LineRef, List<LinePosting>> byLine,
            Map<LineRef, List<LinePosting>> earlier,
            PageLines lines,
            LinePaymentParts payments,
            Context context) {
        Map<BilledAccount, List<PostedLine>> byAccount = new HashMap<>();
        byLine.forEach((ref, postings) -> {
            postings.sort(LinePosting.OLDEST_FIRST);
            List<LinePosting> charged =
                    postings.stream().filter(posting -> !posting.isCredit()).toList();
            BilledAccount account = account(ref);
            LinePaymentParts.Parts paid = charged.size() == postings.size()
                    ? payments.of(ref, day -> true)
                    : giveBack(ref, postings, payments, context);
            if (!charged.isEmpty()) {
                byAccount
                        .computeIfAbsent(account, first -> new ArrayList<>())
                        .add(lines.line(ref, charged, earlier.getOrDefault(ref, List.of()), paid.payment()));
            }
        });
        byAccount.values().forEach(of -> of.sort(order()));
        return byAccount;
    }

    /** Adds the credits of a line to those of the account, and returns the payments of its other postings. */
    private static LinePaymentParts.Parts giveBack(
            LineRef ref, List<LinePosting> postings, LinePaymentParts payments, Context context) {
        SortedMap<LocalDate, List<LinePosting>> byDay = new TreeMap<>();
        postings.forEach(posting -> byDay.computeIfAbsent(posting.postedDay(), first -> new ArrayList<>())
                .add(posting));
        byDay.values().removeIf(ofDay -> ofDay.stream().noneMatch(LinePosting::isCredit));
        LinePaymentParts.Parts others = payments.of(ref, day -> !byDay.containsKey(day));
        byDay.forEach((day, ofDay) -> {
            List<LinePaymentParts.Parts> parts = CreditPayments.divide(
                    ofDay.stream().map(LinePosting::amount).toList(),
                    context.rows().paymentsOf(ref, day));
            for (int i = 0; i < ofDay.size(); i++) {
                LinePosting posting = ofDay.get(i);
                if (posting.isCredit()) {
                    CreditedLine line = credited(posting, parts.get(i).payment(), context);
                    context.credits().add(new Credit(posting.rating(), account(ref), line));
                } else {
                    others.add(parts.get(i));
                }
            }
        });
        return others;
    }

    private Comparator<PostedLine> order() {
        return ORDER.thenComparing(
                        (PostedLine line) -> corrected(line.key().billingDay()),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(
                        line -> Objects.requireNonNullElse(line.item().sku().retentionDays(), 0))
                .thenComparing(line -> line.item().sku().priceId())
                .thenComparing(line -> line.key().billingDay())
                .thenComparing(line -> line.key().agreement());
    }

    private @Nullable BillingDay corrected(BillingDay day) {
        return day.isBefore(month.firstDay()) ? day : null;
    }

    private static BilledAccount account(LineRef ref) {
        return new BilledAccount(new BillingAccountId(ref.account()), Currency.getInstance(ref.currency()));
    }

    private static CreditedLine credited(LinePosting posting, PostedLine.Payment paid, Context context) {
        LineRef ref = posting.line();
        String item = ref.meter().isEmpty() ? ref.agreement() : ref.meter();
        return new CreditedLine(
                posting.id(),
                context.names().owner(ref.account(), ref.currency(), ref.workspace()),
                new BillingDay(ref.billingDay()),
                item,
                posting.amount(),
                paid,
                !ref.settlement().equals(SettlementMethod.WALLET.code()));
    }

    private void give(FocusPage page, Context context, Map<BilledAccount, List<PostedLine>> byAccount) {
        MonthDocuments documents = new MonthDocuments(jdbc, month, page);
        for (BilledAccount account : page.accounts().accounts()) {
            if (page.beginsAccounts()) {
                context.visitor().beginAccount(documents.invoice(account));
            }
            byAccount.getOrDefault(account, List.of()).forEach(context.visitor()::line);
            if (page.endsAccounts()) {
                context.visitor().endInvoice();
                giveCredits(account, documents.creditNotes(account), context);
                context.cards().of(account).forEach(context.visitor()::charge);
            }
        }
    }

    private void giveCredits(BilledAccount account, SortedMap<Integer, FocusInvoice> notes, Context context) {
        SortedMap<Integer, List<CreditedLine>> byNote = new TreeMap<>();
        context.credits().removeIf(credit -> {
            boolean isOfAccount = credit.account().equals(account);
            if (isOfAccount) {
                byNote.computeIfAbsent(credit.note(), first -> new ArrayList<>())
                        .add(credit.line());
            }
            return isOfAccount;
        });
        byNote.forEach((number, lines) -> {
            FocusInvoice note = notes.get(number);
            if (note == null) {
                throw SetRefusedException.unbalanced("Expected credit note " + number + " of account "
                        + account.account() + " in " + month + ", found none; run \"billing verify\"");
            }
            context.visitor().beginCreditNote(note);
            lines.sort(Comparator.comparing(CreditedLine::id));
            lines.forEach(context.visitor()::credit);
            context.visitor().endInvoice();
        });
    }
}
