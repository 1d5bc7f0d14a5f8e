package io.billingcenter.samples.oracle;

import io.billingcenter.samples.oracle.Ledger.Payment;
import io.billingcenter.samples.oracle.Ledger.Source;
import io.billingcenter.samples.oracle.Rating.Charged;
import io.billingcenter.samples.oracle.Rating.Held;
import io.billingcenter.samples.oracle.Rating.Hold;
import io.billingcenter.samples.oracle.Rating.Line;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The whole suite once more, slow and plain: maps and fractions instead of tables, every night worked out from all that
 * is known. Rows are the texts of the delivered files.
 */
final class Calculator {

    private static final int LATE_WINDOW_DAYS = 62;

    private final PriceBooks books;
    private final Rules rules;
    final List<Posting> postings = new ArrayList<>();
    final TreeMap<String, Ledger> ledgers = new TreeMap<>();
    private final List<Settled> settled = new ArrayList<>();
    private final Map<LocalDate, List<List<String>>> holds = new TreeMap<>();
    private final Map<LocalDate, List<List<String>>> feeHolds = new TreeMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<YearMonth, InvoiceRows.Issue> closed = new TreeMap<>();
    final Credits credits = new Credits();
    private Optional<LocalDate> firstFeeDay = Optional.empty();

    /** Usage and ratings of the workspace-days that the last night looked at, and of those before. */
    final TreeMap<LocalDate, Map<String, Map<Tier, Fraction>>> usage = new TreeMap<>();

    final TreeMap<LocalDate, Map<String, Rating>> ratings = new TreeMap<>();

    /** No account ever owes anything, so none is ever locked, and nobody needs to look: that takes long in a long world. */
    boolean solvent;

    /** Rows of the invoices of months, with names and dates, and of their lines. */
    final List<List<String>> invoices = new ArrayList<>();

    final List<List<String>> invoiceLines = new ArrayList<>();

    /** Rows of the lines by unit price and billing day. */
    final List<List<String>> invoiceDetails = new ArrayList<>();

    Calculator(PriceBooks books, Rules rules) {
        this.books = books;
        this.rules = rules;
    }

    /** One night: rate, post, settle. */
    void night(LocalDate night, Reference reference, List<Item> items) {
        TreeMap<LocalDate, TreeMap<String, List<Item>>> days = new TreeMap<>();
        items.stream()
                .filter(item ->
                        !item.day().isAfter(night) && ChronoUnit.DAYS.between(item.day(), night) <= LATE_WINDOW_DAYS)
                .forEach(item -> days.computeIfAbsent(item.day(), any -> new TreeMap<>())
                        .computeIfAbsent(item.workspace(), any -> new ArrayList<>())
                        .add(item));
        Locks locks = locksOf(night, reference);
        days.forEach((day, workspaces) -> {
            Map<String, Map<Tier, Fraction>> used = new TreeMap<>();
            workspaces.forEach((workspace, reported) ->
                    used.put(workspace, new Metering(reference).quantities(workspace, day, reported)));
            usage.put(day, used);
            Map<String, Rating> rated = new DayRating(
                            reference,
                            books,
                            rules,
                            day,
                            account -> locks.isLocked(account, day),
                            account -> locks.hasFunds(account, day))
                    .rate(used);
            ratings.put(day, rated);
            List<List<String>> held = new ArrayList<>();
            rated.forEach((workspace, rating) -> {
                String version = reference.plan(workspace, day).equals("private") ? "" : version(day);
                post(night, day, workspace, rating, version);
                held.addAll(holdRows(day, workspace, rating));
            });
            holds.put(day, held);
        });
        postFees(night, reference);
        settle(night, reference);
    }

    private static List<List<String>> holdRows(LocalDate day, String workspace, Rating rating) {
        List<List<String>> rows = new ArrayList<>();
        if (rating instanceof Held held) {
            for (Hold hold : held.holds()) {
                rows.add(List.of(
                        day.toString(),
                        workspace,
                        hold.reason(),
                        hold.meter(),
                        hold.days(),
                        hold.quantity(),
                        hold.detail()));
            }
        }
        return rows;
    }

    private void post(LocalDate night, LocalDate day, String workspace, Rating rating, String version) {
        if (rating instanceof Held) {
            return;
        }
        Map<Posting.Key, Wanted> wanted = new HashMap<>();
        if (rating instanceof Charged charged) {
            for (Line line : charged.lines()) {
                Posting.Key key = new Posting.Key(
                        workspace, charged.account(), charged.settlement(), charged.currency(), workspace, line.tier());
                wanted.put(key, new Wanted(line.quantity(), line.price(), version, line.amount(), "usage"));
            }
        }
        postDifference(night, day, Set.of(workspace), wanted);
    }

    private String version(LocalDate day) {
        return books.version(day).map(LocalDate::toString).orElse("");
    }

    /** What a key ought to amount to. */
    private record Wanted(Fraction quantity, Fraction price, String version, Fraction amount, String kind) {}

    /** Posts what is wanted less what was posted (reading Q31): of the workspace-day, or of the agreements of a day. */
    private void postDifference(LocalDate night, LocalDate day, Set<String> scopes, Map<Posting.Key, Wanted> wanted) {
        // What a credit note took back is no part of what was posted.
        List<Posting> before = postings.stream()
                .filter(posting -> posting.day().equals(day)
                        && !posting.kind().equals("credit")
                        && scopes.contains(posting.key().scope()))
                .toList();
        Set<Posting.Key> keys = new LinkedHashSet<>(wanted.keySet());
        before.forEach(posting -> keys.add(posting.key()));
        for (Posting.Key key : keys) {
            List<Posting> same =
                    before.stream().filter(posting -> posting.key().equals(key)).toList();
            Fraction quantity = same.stream().map(Posting::quantity).reduce(Fraction.ZERO, Fraction::plus);
            Fraction amount = same.stream().map(Posting::amount).reduce(Fraction.ZERO, Fraction::plus);
            Posting last = same.isEmpty() ? null : same.get(same.size() - 1);
            Wanted now = wanted.containsKey(key)
                    ? wanted.get(key)
                    : new Wanted(Fraction.ZERO, last.price(), last.version(), Fraction.ZERO, last.kind());
            boolean known =
                    before.stream().anyMatch(posting -> posting.key().scope().equals(key.scope()));
            boolean changed = !now.quantity().equals(quantity) || !now.amount().equals(amount);
            if (same.isEmpty() || changed) {
                postings.add(new Posting(
                        night,
                        day,
                        key,
                        known ? "adjustment" : now.kind(),
                        now.quantity().minus(quantity),
                        now.price(),
                        now.version(),
                        now.amount().minus(amount)));
            }
        }
    }

    /** The fees of the night's day, and of every day since fees were first posted. */
    private void postFees(LocalDate night, Reference reference) {
        LocalDate first = firstFeeDay.orElse(night);
        firstFeeDay = Optional.of(first.isBefore(night) ? first : night);
        for (LocalDate day = first; !day.isAfter(night); day = day.plusDays(1)) {
            Map<Posting.Key, Wanted> wanted = new HashMap<>();
            Fees fees = new Fees(reference, rules);
            for (Fees.Fee fee : fees.of(day)) {
                wanted.put(fee.key(), new Wanted(fee.quantity(), fee.price(), "", fee.amount(), fee.kind()));
            }
            Set<String> scopes = new TreeSet<>();
            wanted.keySet().forEach(key -> scopes.add(key.scope()));
            postings.forEach(posting -> scopes.add(posting.key().scope()));
            scopes.removeIf(scope -> !scope.startsWith("fee "));
            postDifference(night, day, scopes, wanted);
            feeHolds.put(day, fees.held());
        }
    }

    /** A settlement that was made: up to which day, and what was known and posted then. */
    private record Settled(LocalDate last, Reference reference, List<Posting> postings, Optional<String> account) {}

    /** Pays what was posted up to a day; also a command of its own. */
    void settle(LocalDate last, Reference reference) {
        settled.add(new Settled(last, reference, List.copyOf(postings), Optional.empty()));
        reference.accounts.forEach(
                account -> ledgers.computeIfAbsent(account.id(), Ledger::new).settleUpTo(last, reference, postings));
    }

    /** How accounts stand on a night and before it, once what comes in that day is there and before its bills. */
    private Locks locksOf(LocalDate night, Reference reference) {
        if (solvent) {
            return new Locks(rules);
        }
        List<Settled> all = new ArrayList<>(settled);
        all.add(new Settled(night, reference, List.copyOf(postings), Optional.empty()));
        Locks locks = new Locks(rules);
        reference.accounts.forEach(account -> {
            Ledger ledger = new Ledger(account.id());
            for (Settled step : all) {
                if (step.account().filter(only -> !only.equals(account.id())).isPresent()) {
                    continue;
                }
                ledger.settleUpTo(step.last(), step.reference(), step.postings());
                locks.settled(account.id(), ledger, step.last());
            }
        });
        return locks;
    }

    /** Closes a month: settles to its end, then one invoice per account and currency with postings in it. */
    void close(YearMonth month, Reference reference, InvoiceRows.Issue issue) {
        settle(month.atEndOfMonth(), reference);
        closed.put(month, issue);
        TreeMap<String, List<Posting>> byAccount = new TreeMap<>();
        postings.stream()
                .filter(posting -> YearMonth.from(posting.posted()).equals(month))
                .filter(posting -> !posting.kind().equals("credit"))
                .forEach(posting -> byAccount
                        .computeIfAbsent(posting.key().account(), any -> new ArrayList<>())
                        .add(posting));
        InvoiceRows rows = new InvoiceRows(month, reference, issue);
        byAccount.forEach((account, all) -> {
            String currency = all.get(0).key().currency();
            String number = nextNumber("INV", currency, month);
            invoices.add(Stream.concat(
                            invoice(month, account, number, currency, all, reference).stream(),
                            rows.names(account).stream())
                    .toList());
            invoiceDetails.addAll(rows.lines(account, number, all));
            invoiceLines.addAll(invoiceLines(month, account, number, currency, all));
        });
    }

    /** Currencies other than CNY have series of their own. */
    private String nextNumber(String name, String currency, YearMonth month) {
        String series = name + (currency.equals("CNY") ? "" : "-" + currency) + "-" + month.getYear();
        return String.format(Locale.ROOT, "%s-%06d", series, numbers.merge(series, 1, Integer::sum));
    }

    /**
     * Credits lines of an invoice under the first open day.
     *
     * @param lines amounts by workspace, meter and days, joined by colons; empty where all that is left of a line is credited,
     *     and no lines for the whole invoice
     * @return the day
     */
    LocalDate credit(String invoice, Map<String, Optional<Fraction>> lines, LocalDate date, Reference reference) {
        List<String> row = row(invoice);
        YearMonth month = YearMonth.parse(row.get(0));
        String account = row.get(1);
        String currency = row.get(3);
        YearMonth open = month.plusMonths(1);
        while (closed.containsKey(open)) {
            open = open.plusMonths(1);
        }
        LocalDate posted = open.atDay(1);
        String number = nextNumber("CN", currency, open);
        List<Posting> ofInvoice = postings.stream()
                .filter(posting -> posting.key().account().equals(account)
                        && posting.key().currency().equals(currency)
                        && !posting.kind().equals("credit")
                        && YearMonth.from(posting.posted()).equals(month))
                .toList();
        List<Posting> taken = credits.credit(invoice, number, ofInvoice, lines, posted);
        postings.addAll(taken);
        settled.add(new Settled(posted, reference, List.copyOf(postings), Optional.of(account)));
        Ledger ledger = ledgers.get(account);
        int before = ledger.payments.size();
        ledger.settleUpTo(posted, reference, postings);
        List<Payment> payments = ledger.payments.subList(before, ledger.payments.size());
        credits.paidBack(payments);
        Fraction cash = currency.equals("CNY") && reference.account(account).certified()
                ? Ledger.sum(payments, Source.CASH)
                : Fraction.ZERO;
        List<String> names = row.subList(row.size() - InvoiceRows.NAMES, row.size());
        invoices.add(Stream.of(
                        Stream.of(
                                open.toString(),
                                account,
                                number,
                                currency,
                                total(taken).money()),
                        parts(payments),
                        Stream.of(cash.money(), "final"),
                        InvoiceRows.ofCredit(names, invoice, open, date).stream())
                .flatMap(texts -> texts)
                .toList());
        InvoiceRows rows = new InvoiceRows(open, reference, new InvoiceRows.Issue(date, Map.of()));
        invoiceDetails.addAll(rows.lines(account, number, taken));
        invoiceLines.addAll(invoiceLines(open, account, number, currency, taken));
        return posted;
    }

    /** Voids an invoice: its number claims nothing any more, and its lines get another one; returns its month. */
    YearMonth voidInvoice(String invoice, Reference reference) {
        List<String> row = row(invoice);
        YearMonth month = YearMonth.parse(row.get(0));
        String number = nextNumber("INV", row.get(3), month);
        int amounts = row.size() - InvoiceRows.NAMES;
        InvoiceRows rows = new InvoiceRows(month, reference, closed.get(month));
        List<String> other = new ArrayList<>(row.subList(0, amounts));
        other.set(2, number);
        other.addAll(rows.names(row.get(1)));
        List<String> voided = new ArrayList<>(row);
        for (int cell = 4; cell < amounts - 1; cell++) {
            voided.set(cell, "0.00");
        }
        voided.set(amounts - 1, "void");
        voided.set(amounts + 1, number);
        invoices.set(invoices.indexOf(row), voided);
        invoices.add(other);
        List<Posting> all = postings.stream()
                .filter(posting -> posting.key().account().equals(row.get(1))
                        && !posting.kind().equals("credit")
                        && YearMonth.from(posting.posted()).equals(month))
                .toList();
        invoiceDetails.removeIf(line -> line.get(2).equals(invoice));
        invoiceDetails.addAll(rows.lines(row.get(1), number, all));
        invoiceLines.removeIf(line -> line.get(2).equals(invoice));
        invoiceLines.addAll(invoiceLines(month, row.get(1), number, row.get(3), all));
        return month;
    }

    private List<String> row(String invoice) {
        return invoices.stream()
                .filter(row -> row.get(2).equals(invoice))
                .findFirst()
                .orElseThrow();
    }

    private List<String> invoice(
            YearMonth month, String account, String number, String currency, List<Posting> all, Reference reference) {
        Ledger ledger = ledgers.get(account);
        List<Payment> payments = ledger.payments.stream()
                .filter(payment -> YearMonth.from(payment.bill().day()).equals(month))
                .filter(credits::isNoPayBack)
                .filter(payment -> !payment.day().isAfter(month.atEndOfMonth()))
                .toList();
        // Cash by the month of the bill, of arrears by the month in which it cleared them; cards by the month of the
        // purchase.
        Fraction byCash = Ledger.sum(
                ledger.payments.stream()
                        .filter(credits::isNoPayBack)
                        .filter(payment -> YearMonth.from(
                                        payment.clearing()
                                                ? payment.day()
                                                : payment.bill().day())
                                .equals(month))
                        .toList(),
                Source.CASH);
        Fraction cards = ledger.cardsBought.entrySet().stream()
                .filter(bought -> YearMonth.from(bought.getKey()).equals(month))
                .map(Map.Entry::getValue)
                .reduce(Fraction.ZERO, Fraction::plus);
        boolean stated = currency.equals("CNY") && reference.account(account).certified();
        Fraction invoiceable = stated ? byCash.plus(cards) : Fraction.ZERO;
        return Stream.of(
                        Stream.of(
                                month.toString(),
                                account,
                                number,
                                currency,
                                total(all).money()),
                        parts(payments),
                        Stream.of(invoiceable.money(), "final"))
                .flatMap(texts -> texts)
                .toList();
    }

    private static Stream<String> parts(List<Payment> payments) {
        return Stream.of(Source.values())
                .map(source -> Ledger.sum(payments, source).money());
    }

    private static Fraction total(List<Posting> all) {
        return all.stream().map(Posting::amount).reduce(Fraction.ZERO, Fraction::plus);
    }

    private static List<List<String>> invoiceLines(
            YearMonth month, String account, String number, String currency, List<Posting> all) {
        Map<List<String>, List<Posting>> groups = new HashMap<>();
        all.forEach(posting -> groups.computeIfAbsent(
                        List.of(
                                posting.key().workspace(),
                                posting.key().tier().meter(),
                                posting.key().tier().daysText(),
                                posting.kind()),
                        any -> new ArrayList<>())
                .add(posting));
        List<List<String>> rows = new ArrayList<>();
        groups.forEach((group, same) -> rows.add(List.of(
                month.toString(),
                account,
                number,
                group.get(0),
                group.get(1),
                group.get(2),
                group.get(3),
                same.stream()
                        .map(Posting::quantity)
                        .reduce(Fraction.ZERO, Fraction::plus)
                        .plain(),
                same.get(0).key().tier().unit().plain(),
                total(same).money(),
                currency)));
        return rows;
    }

    /** Rows of {@code bill-lines.csv} without the ids. */
    List<List<String>> billLines() {
        return PostingRows.billLines(postings, credits).stream()
                .map(row -> row.subList(0, row.size() - 1))
                .toList();
    }

    /** Rows of {@code settlement.csv}. */
    List<List<String>> settlements() {
        Map<List<String>, List<Posting>> bills = new HashMap<>();
        postings.forEach(posting -> bills.computeIfAbsent(
                        List.of(
                                posting.posted().toString(),
                                posting.key().account(),
                                posting.key().settlement(),
                                posting.key().currency()),
                        any -> new ArrayList<>())
                .add(posting));
        List<List<String>> rows = new ArrayList<>();
        bills.forEach((bill, all) -> {
            List<Payment> payments = ledgers.get(bill.get(1)).payments.stream()
                    .filter(payment -> !payment.clearing()
                            && payment.bill().day().toString().equals(bill.get(0))
                            && payment.bill().settlement().equals(bill.get(2)))
                    .toList();
            rows.add(Stream.of(bill.stream(), Stream.of(total(all).money()), parts(payments))
                    .flatMap(texts -> texts)
                    .toList());
        });
        return rows;
    }

    /** Rows of {@code holds.csv}: those in force after the last night. */
    List<List<String>> holds() {
        return Stream.concat(holds.values().stream(), feeHolds.values().stream())
                .flatMap(List::stream)
                .toList();
    }
}
