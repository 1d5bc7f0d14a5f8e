package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account through time, remembered in the same way as in the tables: its events, its settlements and their results.
 */
final class AccountTimeline {

    static final Currency CNY = Currency.getInstance("CNY");
    static final BillingAccountId ACCOUNT = new BillingAccountId("acc");
    static final WalletKey WALLET = new WalletKey(ACCOUNT, CNY);

    /** Posts an amount for a line of a bill. */
    record Line(BillKey bill, LineKey key, BigDecimal amount, boolean forVouchers, String vendorAccount) {

        ShareKey share() {
            return key.share();
        }
    }

    private final Settlement settlement;
    private final List<Voucher> vouchers = new ArrayList<>();
    private final List<PrepaidCard> cards = new ArrayList<>();
    private final List<Recharge> recharges = new ArrayList<>();
    private final List<BillingDay> unlocks = new ArrayList<>();
    private final Set<BillingDay> unlocked = new HashSet<>();
    final List<Line> lines = new ArrayList<>();
    final List<LedgerEntry> entries = new ArrayList<>();
    final Map<BillKey, Map<ShareKey, PaymentParts>> paid = new TreeMap<>();
    final List<LinePayment> linePayments = new ArrayList<>();
    final Map<BillKey, Integer> settlements = new HashMap<>();
    final List<MarketplaceRecord> marketplace = new ArrayList<>();
    final List<StatePeriod> periods = new ArrayList<>();
    final List<AccountNotice> notices = new ArrayList<>();
    WalletState state = WalletState.empty(WALLET);

    AccountTimeline() {
        this(new LockRules(14, true));
    }

    AccountTimeline(LockRules rules) {
        settlement = new Settlement(rules);
    }

    static BillingDay day(int number) {
        return BillingDay.parse("2026-09-30").plusDays(number);
    }

    static Money cny(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    AccountTimeline ordinary(String id, String amount, int from, int expires) {
        return voucher(id, VoucherKind.ORDINARY, amount, from, expires);
    }

    AccountTimeline fullReduction(String id, String amount, int from, int expires) {
        return voucher(id, VoucherKind.FULL_REDUCTION, amount, from, expires);
    }

    private AccountTimeline voucher(String id, VoucherKind kind, String amount, int from, int expires) {
        vouchers.add(new Voucher(id, ACCOUNT, kind, new BigDecimal(amount), day(from), day(expires)));
        return this;
    }

    AccountTimeline card(String id, String amount, int from, int expires) {
        cards.add(new PrepaidCard(id, ACCOUNT, new BigDecimal(amount), day(from), day(expires)));
        return this;
    }

    AccountTimeline recharge(String id, String amount, int day) {
        recharges.add(new Recharge(id, ACCOUNT, new BigDecimal(amount), day(day)));
        return this;
    }

    AccountTimeline unlock(int day) {
        unlocks.add(day(day));
        return this;
    }

    /** Posts an amount that vouchers may pay, from the wallet. */
    AccountTimeline posted(int day, String workspace, String amount) {
        return posted(day, SettlementMethod.WALLET, workspace, true, amount, "");
    }

    /** Posts an amount for SMS, which vouchers must not pay. */
    AccountTimeline sms(int day, String workspace, String amount) {
        return posted(day, SettlementMethod.WALLET, workspace, false, amount, "");
    }

    AccountTimeline posted(
            int day, SettlementMethod method, String workspace, boolean eligible, String amount, String vendorAccount) {
        LineKey key = line(1, workspace, eligible ? Meter.REPORT : Meter.SMS);
        return posted(new Line(new BillKey(day(day), method), key, new BigDecimal(amount), eligible, vendorAccount));
    }

    AccountTimeline posted(Line line) {
        lines.add(line);
        return this;
    }

    /** Posts a line of usage, or without a workspace a line of an agreement. */
    static LineKey line(int billingDay, String workspace, Meter meter) {
        return new LineKey(
                day(billingDay),
                workspace.isEmpty() ? null : new WorkspaceId(workspace),
                MeterTier.flat(meter),
                workspace.isEmpty() ? "pack" : "");
    }

    AccountTimeline settle(int until) {
        WalletResult result = settlement.settle(state, events(), day(until));
        state = sorted(result.after());
        entries.addAll(result.entries());
        for (SharePayment payment : result.payments()) {
            paid.computeIfAbsent(payment.bill(), key -> new TreeMap<>())
                    .merge(payment.share(), payment.parts(), PaymentParts::plus);
            settlements.put(payment.bill(), payment.settlement());
        }
        linePayments.addAll(result.linePayments());
        marketplace.addAll(result.marketplace());
        periods.addAll(result.periods());
        notices.addAll(result.notices());
        unlocked.addAll(result.unlocks());
        return this;
    }

    private static WalletState sorted(WalletState state) {
        List<LineSource> sources = state.sources().stream()
                .sorted(LineSource.NEWEST_FIRST.thenComparing(LineSource::line))
                .toList();
        return new WalletState(
                state.key(),
                state.settledDay(),
                state.lastNumber(),
                state.instruments(),
                state.cash(),
                state.owedBills(),
                sources,
                state.standing());
    }

    /** Returns the current payment of a bill: voucher, card, cash, cloud, owed. */
    String paid(int day, SettlementMethod method) {
        PaymentParts sum = paid.getOrDefault(new BillKey(day(day), method), Map.of()).values().stream()
                .reduce(PaymentParts.nothing(CNY), PaymentParts::plus);
        return shown(sum);
    }

    String paid(int day) {
        return paid(day, SettlementMethod.WALLET);
    }

    String paid(int day, String workspace, boolean eligible) {
        return shown(paid.getOrDefault(new BillKey(day(day), SettlementMethod.WALLET), Map.of())
                .getOrDefault(new ShareKey(new WorkspaceId(workspace), eligible), PaymentParts.nothing(CNY)));
    }

    static String shown(PaymentParts parts) {
        return String.join(
                " ",
                text(parts.voucher()),
                text(parts.prepaidCard()),
                text(parts.cash()),
                text(parts.cloud()),
                text(parts.owed()));
    }

    static String text(Money money) {
        return money.isZero() ? "-" : money.amount().stripTrailingZeros().toPlainString();
    }

    AccountStatus statusOn(int day) {
        AccountStatus status = AccountStatus.ACTIVE;
        for (StatePeriod period : periods) {
            if (!day(day).isBefore(period.from())) {
                status = period.status();
            }
        }
        return status;
    }

    List<String> notices() {
        return notices.stream()
                .map(notice -> notice.day().date().getDayOfMonth() + " "
                        + notice.kind().code()
                        + (notice.daysLeft() == null ? "" : " " + notice.daysLeft())
                        + " " + text(notice.owed()))
                .toList();
    }

    /** Returns the balance of a ledger account. */
    Money sum(LedgerAccount ledgerAccount, String instrument) {
        return entries.stream()
                .filter(entry -> entry.ledgerAccount() == ledgerAccount
                        && entry.instrument().equals(instrument))
                .map(LedgerEntry::amount)
                .reduce(Money.zero(CNY), Money::plus);
    }

    private boolean isDone(String requestId) {
        return entries.stream().anyMatch(entry -> entry.requestId().equals(requestId));
    }

    private WalletEvents events() {
        return new WalletEvents(
                vouchers.stream()
                        .filter(voucher -> !isDone(RequestIds.grant(voucher.id())))
                        .toList(),
                cards.stream()
                        .filter(card -> !isDone(RequestIds.purchase(card.id())))
                        .toList(),
                recharges.stream()
                        .filter(recharge -> !isDone(RequestIds.recharge(recharge.id())))
                        .toList(),
                unlocks.stream().filter(day -> !unlocked.contains(day)).toList(),
                changes(),
                List.of());
    }

    private List<BillChange> changes() {
        Map<BillKey, Map<LineKey, BillLine>> posted = new LinkedHashMap<>();
        for (Line line : lines) {
            BillLine more =
                    new BillLine(line.key(), Money.of(CNY, line.amount()), line.forVouchers(), line.vendorAccount());
            posted.computeIfAbsent(line.bill(), key -> new LinkedHashMap<>())
                    .merge(line.key(), more, AccountTimeline::plus);
        }
        Map<BillKey, Map<LineKey, Money>> settled = new HashMap<>();
        linePayments.forEach(payment -> settled.computeIfAbsent(payment.bill(), key -> new HashMap<>())
                .merge(payment.line(), payment.paid(), Money::plus));
        List<BillChange> changes = new ArrayList<>();
        posted.forEach((bill, ofBill) -> {
            List<BillLine> changed = ofBill.values().stream()
                    .map(line -> less(line, settled.getOrDefault(bill, Map.of()).get(line.key())))
                    .filter(line -> !line.change().isZero()
                            || !paid.getOrDefault(bill, Map.of())
                                    .containsKey(line.key().share()))
                    .toList();
            changes.add(new BillChange(bill, settlements.getOrDefault(bill, 0), changed));
        });
        return changes;
    }

    private static BillLine plus(BillLine one, BillLine more) {
        return new BillLine(one.key(), one.change().plus(more.change()), one.forVouchers(), one.vendorAccount());
    }

    private static BillLine less(BillLine line, @Nullable Money settled) {
        return settled == null
                ? line
                : new BillLine(line.key(), line.change().minus(settled), line.forVouchers(), line.vendorAccount());
    }
}
