package io.billingcenter.domain.focus;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.focus.ChargeOwner.ChargeWorkspace;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lines of logs kept for 30 days, at 2.50 instead of 3 for a million, in October 2026. */
final class FocusLines {

    static final Currency CNY = Currency.getInstance("CNY");
    static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    static final ChargeOwner OWNER =
            new ChargeOwner("acct", "Acme", CNY, new ChargeWorkspace("ws-1", "One", "cn-1", "Hangzhou"));
    static final ChargeSku LOGS = ChargeSku.usage(new MeterTier(Meter.LOG, 30));
    private static final BigDecimal MILLION = new BigDecimal("1000000");
    private static final BigDecimal LIST_PRICE = new BigDecimal("3");
    private static final BigDecimal PRICE = new BigDecimal("2.50");

    private FocusLines() {}

    /**
     * Returns a line.
     *
     * @param before millions of logs before the month and, after a blank each, its first and last month; null for none
     * @param millions millions of logs at the end of the month and, after a blank, those that a package covered
     * @param paid amounts by name, like {@code V1=1 K1=2}: vouchers begin with V, cards with K, the rest is of the cloud account
     */
    static PostedLine line(
            SettlementMethod method, String day, @Nullable String before, String millions, String amount, String paid) {
        BillingDay of = BillingDay.parse(day);
        boolean isVendor = method.isVendor();
        return new PostedLine(
                new PostedLine.Key(OWNER, method, isVendor ? "cloud-1" : null, "", of),
                new PostedLine.Item(LOGS, ChargeCategory.USAGE, ChargeFrequency.USAGE_BASED, Charge.Span.of(of)),
                before == null ? null : before(before.split(" ")),
                state(millions.split(" ")),
                new BigDecimal(amount),
                payment(paid, isVendor));
    }

    private static PostedLine.Before before(String[] parts) {
        return new PostedLine.Before(
                state(new String[] {parts[0]}), BillingMonth.parse(parts[1]), BillingMonth.parse(parts[2]));
    }

    private static PostedLine.State state(String[] millions) {
        BigDecimal units = new BigDecimal(millions[0]);
        BigDecimal covered = millions.length > 1 ? new BigDecimal(millions[1]) : BigDecimal.ZERO;
        return new PostedLine.State(units.multiply(MILLION), units, LIST_PRICE, PRICE, covered.multiply(MILLION));
    }

    private static PostedLine.Payment payment(String paid, boolean isVendor) {
        SortedMap<String, BigDecimal> coupons = new TreeMap<>();
        SortedMap<String, BigDecimal> cards = new TreeMap<>();
        BigDecimal cloud = BigDecimal.ZERO;
        for (String part : paid.isEmpty() ? new String[0] : paid.split(" ")) {
            String[] sides = part.split("=");
            BigDecimal amount = new BigDecimal(sides[1]);
            if (sides[0].startsWith("V")) {
                coupons.put(sides[0], amount);
            } else if (sides[0].startsWith("K")) {
                cards.put(sides[0], amount);
            } else {
                cloud = cloud.add(amount);
            }
        }
        if (!isVendor && cloud.signum() != 0) {
            throw new IllegalArgumentException("Expected the wallet to pay, found a cloud account");
        }
        return new PostedLine.Payment(coupons, cards, cloud);
    }
}
