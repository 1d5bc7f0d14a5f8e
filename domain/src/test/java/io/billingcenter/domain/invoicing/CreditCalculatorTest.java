package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreditCalculatorTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final long SEED = 16;

    /** Two days of one line, another line, and a line that took something back. */
    private static final List<InvoicedItem> ITEMS = List.of(
            item(1, "ws-1", "10.00"), item(2, "ws-1", "5.01"), item(1, "ws-2", "7.00"), item(1, "ws-3", "-4.00"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // What is left of the invoice is 18.01 of 22.01 above 0: 10 x 18.01 / 22.01 = 8.18..., 4.09..., 5.72...
                "- | 2026-10-01 ws-1 8.18; 2026-10-02 ws-1 4.10; 2026-10-01 ws-2 5.73",
                "ws-1:log:14 | 2026-10-01 ws-1 10.00; 2026-10-02 ws-1 5.01",
                "ws-1:log:14=3 | 2026-10-01 ws-1 2.00; 2026-10-02 ws-1 1.00",
                "ws-1:log:14=0.01 | 2026-10-01 ws-1 0.01",
                "ws-2:log:14=7,ws-1:log:14=11.01 | 2026-10-01 ws-1 7.34; 2026-10-02 ws-1 3.67; 2026-10-01 ws-2 7.00",
                // The second line gives what the first has left of the invoice.
                "ws-1:log:14,ws-2:log:14 | 2026-10-01 ws-1 10.00; 2026-10-02 ws-1 5.01; 2026-10-01 ws-2 3.00"
            })
    void theAmountIsDividedInProportion(String lines, String parts) {
        assertThat(text(CreditCalculator.credit(CreditedLines.of(lines == null ? "" : lines), ITEMS)))
                .isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ws-1:log:14=15.02 | at most CNY 15.01",
                "ws-3:log:14 | at most CNY 0.00",
                "ws-3:log:14=1 | at most CNY 0.00",
                "ws-9:log:14 | which it does not have",
                "ws-1:log:7 | which it does not have",
                "ws-1:log:14=1.005 | too many decimals",
                "ws-1:log:14,ws-2:log:14=3.01 | at most CNY 3.00"
            })
    void nothingIsCreditedThatIsNotLeft(String lines, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditCalculator.credit(CreditedLines.of(lines), ITEMS))
                .withMessageContaining(told);
    }

    @Test
    void anInvoiceThatIsCreditedWhollyHasNothingLeft() {
        List<InvoicedItem> credited = after(ITEMS, CreditCalculator.credit(CreditedLines.ALL, ITEMS));
        assertThat(CreditCalculator.left(credited).isZero()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditCalculator.credit(CreditedLines.ALL, credited))
                .withMessageContaining("found CNY 0.00");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CreditCalculator.credit(CreditedLines.of("ws-1:log:14=0.01"), credited));
    }

    @Test
    void partialCreditsAddUpToTheInvoiceAndNoItemGivesMoreThanItHas() {
        Random random = new Random(SEED);
        for (int history = 0; history < 500; history++) {
            List<InvoicedItem> items = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                items.add(item(1 + i, "ws-" + random.nextInt(3), cents(random.nextInt(900) - 200)));
            }
            Money total = CreditCalculator.left(items);
            Money credited = Money.zero(CNY);
            while (CreditCalculator.left(items).isPositive()) {
                Money left = CreditCalculator.left(items);
                List<CreditedItem> credit = credit(items, random, left);
                Money amount = credit.stream()
                        .map(CreditedItem::amount)
                        .reduce(Money::plus)
                        .orElse(Money.zero(CNY));
                assertThat(credit).allSatisfy(part -> {
                    assertThat(part.amount().isPositive()).isTrue();
                    assertThat(part.amount()).isLessThanOrEqualTo(part.item().left());
                });
                assertThat(amount).isLessThanOrEqualTo(left);
                credited = credited.plus(amount);
                items = after(items, credit);
            }
            if (total.isPositive()) {
                assertThat(credited).isEqualTo(total);
            }
        }
    }

    /** A random line and amount; the rest if that is refused. */
    private static List<CreditedItem> credit(List<InvoicedItem> items, Random random, Money left) {
        String name = items.get(random.nextInt(items.size())).name().toString();
        int most = left.amount().unscaledValue().intValueExact();
        try {
            return CreditCalculator.credit(CreditedLines.of(name + "=" + cents(1 + random.nextInt(most))), items);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("Expected at most");
            return CreditCalculator.credit(CreditedLines.ALL, items);
        }
    }

    private static String cents(int cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }

    private static List<InvoicedItem> after(List<InvoicedItem> items, List<CreditedItem> credit) {
        return items.stream()
                .map(item -> credit.stream()
                        .filter(part -> part.item().equals(item))
                        .findFirst()
                        .map(part -> item.withLeft(item.left().minus(part.amount())))
                        .orElse(item))
                .toList();
    }

    private static InvoicedItem item(int day, String workspace, String left) {
        LineKey line = new LineKey(
                BillingDay.parse("2026-10-0" + day), new WorkspaceId(workspace), new MeterTier(Meter.LOG, 14), "");
        return new InvoicedItem(
                line, SettlementMethod.WALLET, BigDecimal.ONE, null, Money.of(CNY, new BigDecimal(left)));
    }

    private static String text(List<CreditedItem> parts) {
        return String.join(
                "; ",
                parts.stream()
                        .map(part -> part.item().line().billingDay() + " "
                                + part.item().line().workspace() + " "
                                + part.amount().amount().toPlainString())
                        .toList());
    }
}
