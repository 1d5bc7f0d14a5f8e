package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Allocates the payment of a bill to its lines. Bills settled before payments were kept by line have known payments of
 * shares and known remaining amounts of sources only. The allocation is deterministic:
 *
 * <ol>
 * <li>A share may have postings made after it was settled. The postings of the earliest runs that add up to the settled
 * amount are taken as the settled ones. If no such runs exist, the last line absorbs the difference.
 * <li>Within a share, lines draw on its sources in the order of payment. Lines below zero return to the sources that
 * received a refund, then to the last source.
 * <li>The remaining amount of a source belongs to the lines it paid, the first lines first. A remainder caused by the
 * clearing of arrears belongs to the first lines that were paid more than is left.
 * </ol>
 */
public final class LineAllocation {

    private final BillKey bill;
    private final Money zero;
    private final Function<LineKey, String> vendorAccounts;
    private final SortedMap<LineKey, Line> lines = new TreeMap<>();
    private final Map<Row, LinePayment> rows = new LinkedHashMap<>();

    private record Row(LineKey line, long source, LedgerAccount ledgerAccount) {}

    /** A line during the allocation. */
    private static final class Line {
        private final LineKey key;
        private Money taking;
        private Money giving;
        private final Map<PaymentSource, Money> takes = new EnumMap<>(PaymentSource.class);
        private final Map<PaymentSource, Money> gives = new EnumMap<>(PaymentSource.class);
        private Money unassigned;

        Line(LineKey key, Money amount) {
            Money nothing = amount.minus(amount);
            this.key = key;
            this.taking = amount.isNegative() ? nothing : amount;
            this.giving = amount.isNegative() ? amount : nothing;
            this.unassigned = nothing;
        }
    }

    private LineAllocation(BillKey bill, Money zero, Function<LineKey, String> vendorAccounts) {
        this.bill = bill;
        this.zero = zero;
        this.vendorAccounts = vendorAccounts;
    }

    /**
     * Allocates the payment of a bill to its lines.
     *
     * @param shares payment of each share
     * @param sources the bill's sources with the amounts not refunded
     * @param posted all amounts posted for the bill so far
     * @param vendorAccounts cloud account that pays a line, for bills settled by a vendor
     */
    public static List<LinePayment> allocate(
            BillKey bill,
            Map<ShareKey, PaymentParts> shares,
            List<BillSource> sources,
            List<PostedAmount> posted,
            Function<LineKey, String> vendorAccounts) {
        if (posted.isEmpty()) {
            return List.of();
        }
        Money first = posted.get(0).amount();
        LineAllocation allocated = new LineAllocation(bill, first.minus(first), vendorAccounts);
        new TreeMap<>(shares)
                .forEach((share, parts) -> allocated.allocateShare(
                        parts,
                        posted.stream()
                                .filter(amount -> amount.line().share().equals(share))
                                .toList()));
        allocated.assign(sources);
        return List.copyOf(allocated.rows.values());
    }

    private void allocateShare(PaymentParts parts, List<PostedAmount> posted) {
        List<Line> ofShare = new ArrayList<>();
        settled(parts.total(), posted).forEach((key, amount) -> {
            Line line = new Line(key, amount);
            lines.put(key, line);
            ofShare.add(line);
        });
        if (ofShare.isEmpty()) {
            return;
        }
        Map<PaymentSource, Money> takings = new EnumMap<>(PaymentSource.class);
        Map<PaymentSource, Money> returns = new EnumMap<>(PaymentSource.class);
        Money returned = zero;
        PaymentSource last = bill.settlement() == SettlementMethod.WALLET ? PaymentSource.CASH : PaymentSource.CLOUD;
        // A share has one amount per class of source. Positive amounts are available to its lines, negative ones were
        // refunded.
        for (PaymentSource source : PaymentSource.values()) {
            Money part = parts.from(source);
            takings.put(source, part.isNegative() ? zero : part);
            returns.put(source, part.isNegative() ? part : zero);
            returned = part.isNegative() ? returned.plus(part) : returned;
            last = part.isPositive() ? source : last;
        }
        Money giving = ofShare.stream().map(line -> line.giving).reduce(zero, Money::plus);
        // Lines below zero must return exactly what the sources got back. The difference is moved through the last
        // source if the lines return more, and through the last line if they return less, so that both sides add up to
        // the same amount.
        Money more = giving.minus(returned);
        if (more.isNegative()) {
            takings.merge(last, more.negated(), Money::plus);
            returns.merge(last, more, Money::plus);
        } else {
            Line lastLine = ofShare.get(ofShare.size() - 1);
            lastLine.taking = lastLine.taking.plus(more);
            lastLine.giving = lastLine.giving.minus(more);
        }
        for (Line line : ofShare) {
            distribute(line.taking, takings, line.takes);
            distribute(line.giving, returns, line.gives);
            line.unassigned = line.taking;
        }
    }

    /** Returns the settled amount of each line of a share. */
    private SortedMap<LineKey, Money> settled(Money total, List<PostedAmount> posted) {
        List<PostedAmount> byRun = posted.stream()
                .sorted(Comparator.comparingLong(PostedAmount::run))
                .toList();
        SortedMap<LineKey, Money> all = new TreeMap<>();
        SortedMap<LineKey, Money> settled = new TreeMap<>();
        Money sum = zero;
        for (int i = 0; i < byRun.size(); i++) {
            PostedAmount amount = byRun.get(i);
            all.merge(amount.line(), amount.amount(), Money::plus);
            sum = sum.plus(amount.amount());
            boolean runEnds = i + 1 == byRun.size() || byRun.get(i + 1).run() > amount.run();
            // Several prefixes of the runs can add up to the total; the longest one is used.
            if (runEnds && sum.equals(total)) {
                settled = new TreeMap<>(all);
            }
        }
        // No prefix of the runs matches, so the settled state cannot be reconstructed exactly. The last line absorbs
        // the difference, which keeps the sum of the lines equal to the payment of the share.
        if (settled.isEmpty() && !all.isEmpty()) {
            all.merge(all.lastKey(), total.minus(sum), Money::plus);
            return all;
        }
        return settled;
    }

    private void distribute(Money amount, Map<PaymentSource, Money> left, Map<PaymentSource, Money> parts) {
        Money open = amount;
        for (PaymentSource source : PaymentSource.values()) {
            Money available = left.getOrDefault(source, zero);
            Money part = amount.isNegative() ? nearerToZero(open, available) : open.min(available);
            parts.put(source, part);
            left.put(source, available.minus(part));
            open = open.minus(part);
        }
    }

    private static Money nearerToZero(Money one, Money other) {
        return one.negated().min(other.negated()).negated();
    }

    /** Determines the sources that paid each line, with their remaining amounts. */
    private void assign(List<BillSource> sources) {
        List<BillSource> inOrder = sources.stream()
                .sorted(Comparator.comparing((BillSource source) -> PaymentSource.of(source.ledgerAccount()))
                        .thenComparingLong(BillSource::order)
                        .thenComparing(BillSource::instrument))
                .toList();
        List<BillSource> leftOver = new ArrayList<>();
        for (BillSource source : inOrder) {
            PaymentSource kind = PaymentSource.of(source.ledgerAccount());
            Money left = source.left();
            for (Line line : lines.values()) {
                Money part = left.min(line.takes.getOrDefault(kind, zero));
                if (part.isPositive()) {
                    add(line, source.order(), source.ledgerAccount(), source.instrument(), part, part);
                    line.takes.merge(kind, part.negated(), Money::plus);
                    line.unassigned = line.unassigned.minus(part);
                    left = left.minus(part);
                }
            }
            leftOver.add(
                    new BillSource(source.bill(), source.ledgerAccount(), source.instrument(), source.order(), left));
        }
        // Only after every source has taken the lines it paid directly, a remainder must come from cleared arrears.
        leftOver.forEach(this::assignCleared);
        lines.values().forEach(this::addRest);
    }

    private void assignCleared(BillSource source) {
        Money left = source.left();
        for (Line line : lines.values()) {
            Money part = left.min(line.unassigned);
            // A voucher never pays an ineligible line, not even in a reconstruction.
            boolean allowed = source.ledgerAccount() != LedgerAccount.VOUCHER
                    || line.key.share().eligible();
            if (part.isPositive() && allowed) {
                add(line, source.order(), source.ledgerAccount(), source.instrument(), zero, part);
                line.unassigned = line.unassigned.minus(part);
                left = left.minus(part);
            }
        }
    }

    /** Adds amounts that have been refunded or cleared since: they count as paid, and nothing is left of them. */
    private void addRest(Line line) {
        for (PaymentSource source : PaymentSource.values()) {
            Money paid = line.takes.getOrDefault(source, zero).plus(line.gives.getOrDefault(source, zero));
            if (!paid.isZero()) {
                add(line, 0, source.ledgerAccount(), "", paid, zero);
            }
        }
    }

    private void add(Line line, long number, LedgerAccount ledgerAccount, String instrument, Money paid, Money left) {
        String name = ledgerAccount == LedgerAccount.VENDOR ? vendorAccounts.apply(line.key) : instrument;
        rows.merge(
                new Row(line.key, number, ledgerAccount),
                new LinePayment(bill, line.key, number, 0, ledgerAccount, name, paid, left),
                (one, more) -> new LinePayment(
                        bill,
                        line.key,
                        number,
                        0,
                        ledgerAccount,
                        name,
                        one.paid().plus(more.paid()),
                        one.left().plus(more.left())));
    }
}
