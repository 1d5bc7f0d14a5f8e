package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.CurrencyTotals;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of 2026-11-21: two of usage, one bill with one line, no hold. */
final class TestRows implements DeliveredRowSource {

    static final DeliveryPeriod DAY = DeliveryPeriod.parse("2026-11-21");

    private static final BillingDay DATE = BillingDay.parse("2026-11-21");
    private static final Currency CNY = Currency.getInstance("CNY");

    private final Map<DeliveredFile, List<List<@Nullable Object>>> rows = new EnumMap<>(DeliveredFile.class);
    private final List<Money> posted = new ArrayList<>();

    static TestRows ofBill(String amount) {
        TestRows rows = new TestRows();
        rows.add(DeliveredFile.USAGE, DATE, "ws-1", "log", 14L, new BigDecimal("2000000.00"), 1_000_000L, 1L);
        rows.add(DeliveredFile.USAGE, DATE, "ws-1", "sms", null, new BigDecimal("3.00"), 10L, 2L);
        rows.addBill("acct-1", Money.of(CNY, new BigDecimal(amount)));
        return rows;
    }

    static TestRows empty() {
        return new TestRows();
    }

    TestRows add(DeliveredFile file, @Nullable Object... values) {
        rows.computeIfAbsent(file, key -> new ArrayList<>()).add(Arrays.asList(values));
        return this;
    }

    TestRows addBill(String account, Money amount) {
        String currency = amount.currency().getCurrencyCode();
        Money zero = Money.zero(amount.currency());
        BigDecimal price = new BigDecimal("1.2000000");
        BigDecimal quantity = new BigDecimal("2000000.00");
        add(
                DeliveredFile.BILL_LINES,
                DATE,
                DATE,
                account,
                "ws-1",
                "log",
                14L,
                "usage",
                quantity,
                1_000_000L,
                price,
                currency,
                amount,
                BillingDay.parse("2024-11-06"),
                "p-" + account);
        add(DeliveredFile.SETTLEMENT, DATE, account, "wallet", currency, amount, zero, zero, zero, zero, amount);
        addDetail(amount, amount);
        posted.add(amount);
        return this;
    }

    static Money yuan(String amount) {
        return Money.of(CNY, new BigDecimal(amount));
    }

    TestRows addDetail(Money amount, Money owed) {
        Money zero = Money.zero(amount.currency());
        return add(
                DeliveredFile.BILL_DETAILS,
                DATE,
                "dataFlux",
                "log",
                "Day",
                amount,
                zero,
                owed,
                amount,
                zero,
                zero,
                zero,
                zero,
                "PAYG",
                "wallet",
                null,
                "ws-1",
                "One",
                1L,
                "log",
                new BigDecimal("2000000.00"),
                amount.currency().getCurrencyCode());
    }

    TestRows post(Money amount) {
        posted.add(amount);
        return this;
    }

    @Override
    public List<DeliveredFile> files(DeliveryPeriod period) {
        return period instanceof DeliveryPeriod.OfDay day ? day.files() : InvoiceLayout.VERSION_1.files();
    }

    @Override
    public void read(DeliveredFile file, DeliveryPeriod period, Consumer<List<@Nullable Object>> row) {
        rows.getOrDefault(file, List.of()).forEach(row);
    }

    @Override
    public long rowCount(DeliveredFile file, DeliveryPeriod period) {
        return rows.getOrDefault(file, List.of()).size();
    }

    @Override
    public CurrencyTotals postedTotals(DeliveryPeriod period) {
        return new CurrencyTotals(posted);
    }

    @Override
    public String inputDigest(DeliveryPeriod period) {
        return "1234abcd";
    }
}
