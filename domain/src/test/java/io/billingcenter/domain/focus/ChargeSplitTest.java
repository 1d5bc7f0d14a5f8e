package io.billingcenter.domain.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.focus.Charge.InvoicePlace;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line becomes the charges that bill its amount; the figures are worked out by hand from 3 and 2.50 for a million logs. */
class ChargeSplitTest {

    private static final InvoicePlace PLACE = new InvoicePlace("INV-1", "1-1");

    /** A charge is shown as the end of its id, then what is billed, its effective, list and contracted cost and its units. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "1.5; 3.75; ''; 0; ' 3.75 3.75 4.5 3.75 1.5'",
                // The exact cost is billed, and what rounding to the cent added is told apart.
                "1.234567; 3.09; ''; 0.0035825; ' 3.0864175 3.0864175 3.703701 3.0864175 1.234567'",
                "1.5; 3.75; V1=1; 0; ' 3.75 3.75 4.5 3.75 1.5|/voucher/V1 -1 -1 -1 -1 -'",
                "1.5; 3.75; V1=1 V2=2.75; 0; ' 3.75 3.75 4.5 3.75 1.5|/voucher/V1 -1 -1 -1 -1 -|/voucher/V2 -2.75 -2.75 -2.75 -2.75 -'",
                // What a card pays was billed when the card was bought.
                "1.5; 3.75; K1=3.75; 0; ' 0 3.75 4.5 3.75 1.5'",
                "1.5; 3.75; K1=2.5; 0; ' 0 2.5 3 2.5 1|/2 1.25 1.25 1.5 1.25 0.5'",
                "1.5; 3.75; K1=2.5 K2=1.25; 0; ' 0 2.5 3 2.5 1|/2 0 1.25 1.5 1.25 0.5'",
                // 1 / 2.5 = 0.4, 0.5 / 2.5 = 0.2, the rest is 0.9.
                "1.5; 3.75; K1=1 K2=0.5; 0; ' 0 1 1.2 1 0.4|/2 0 0.5 0.6 0.5 0.2|/3 2.25 2.25 2.7 2.25 0.9'",
                "1.5 0.5; 3.75; ''; 0; ' 3.75 3.75 4.5 3.75 1.5|/covered 0 0 1.5 0 0.5'"
            })
    void theWalletIsBilled(String millions, String amount, String paid, String rounding, String expected) {
        PostedLine line = FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, millions, amount, paid);
        ChargeSplit.Result split = ChargeSplit.of(line, FocusLines.MONTH, PLACE);

        assertThat(shown(split, "2026-10-05/acct/CNY/ws-1/log.r30")).isEqualTo(expected);
        assertThat(split.rounding()).isEqualByComparingTo(rounding);
        assertThat(split.charges()).allSatisfy(charge -> {
            assertThat(charge.place()).isEqualTo(PLACE);
            assertThat(charge.kind().isCorrection()).isFalse();
            assertThat(charge.origin().channel()).isNull();
        });
        // Charges and rounding bill what neither vouchers nor cards have paid.
        assertThat(billed(split).add(split.rounding()))
                .isEqualByComparingTo(new BigDecimal(amount)
                        .subtract(line.paid().couponAmount())
                        .subtract(line.paid().cardAmount()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "-; 1.5; 3.75; cloud=3.75; '/aws 0 3.75 4.5 3.75 1.5'; -; -",
                "-; 1.5; 3.75; V1=1 cloud=2.75; '/aws 0 2.75 4.5 3.75 1.5'; -; -1",
                "1 2026-09 2026-09; 1.5; 1.25; cloud=1.25; '/aws/2026-10/taken-back 0 -2.5 -3 -2.5 -1|/aws/2026-10/restated 0 3.75 4.5 3.75 1.5'; /aws; -",
                "1 2026-08 2026-09; 1.5; 1.26; V1=1 cloud=0.26; '/aws/2026-10/taken-back 0 -2.5 -3 -2.5 -1|/aws/2026-10/restated 0 2.76 4.5 3.75 1.5'; /aws/2026-09/restated; -1"
            })
    void whatACloudVendorAsksForIsNotBilledHere(
            @Nullable String before,
            String millions,
            String amount,
            String paid,
            String expected,
            @Nullable String corrects,
            @Nullable BigDecimal coupon) {
        String day = before == null ? "2026-10-05" : "2026-08-05";
        String base = day + "/acct/CNY/ws-1/log.r30";
        ChargeSplit.Result split = ChargeSplit.of(
                FocusLines.line(SettlementMethod.AWS, day, before, millions, amount, paid), FocusLines.MONTH, PLACE);

        assertThat(shown(split, base)).isEqualTo(expected);
        assertThat(split.rounding()).isZero();
        assertThat(split.charges()).allSatisfy(charge -> {
            assertThat(charge.place()).isEqualTo(InvoicePlace.NONE);
            assertThat(charge.origin().channel()).isEqualTo(SettlementMethod.AWS);
            assertThat(charge.origin().vendorAccount()).isEqualTo("cloud-1");
            assertThat(charge.origin().corrects()).isEqualTo(corrects == null ? null : base + corrects);
        });
        Charge last = split.charges().get(split.charges().size() - 1);
        assertThat(last.origin().coupon()).isEqualTo(coupon);
        assertThat(last.origin().cloud()).isEqualByComparingTo(paid.substring(paid.lastIndexOf('=') + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 2026-09 2026-09; 1.5; 1.25; ''; 0; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 3.75 3.75 4.5 3.75 1.5'; ''",
                "1 2026-08 2026-09; 0.5; -1.25; ''; 0; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 1.25 1.25 1.5 1.25 0.5'; /2026-09/restated",
                "1 2026-09 2026-09; 1.5; 1.26; ''; 0.01; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 3.75 3.75 4.5 3.75 1.5'; ''",
                // The card pays the change, so nothing of it is billed.
                "1 2026-09 2026-09; 1.5; 1.25; K1=1.25; 0; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 2.5 3.75 4.5 3.75 1.5'; ''",
                "1 2026-09 2026-09; 1.5; 1.25; V1=1; 0; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 3.75 3.75 4.5 3.75 1.5|/voucher/V1 -1 -1 -1 -1 -'; ''",
                // The package covered it in the month that was closed before.
                "1 2026-09 2026-09; 1.5 0.5; 1.25; ''; 0; '/taken-back -2.5 -2.5 -3 -2.5 -1|/restated 3.75 3.75 4.5 3.75 1.5'; ''"
            })
    void aLineOfAClosedMonthIsTakenBackAndRestated(
            String before,
            String millions,
            String amount,
            String paid,
            BigDecimal rounding,
            String expected,
            String corrects) {
        String base = "2026-08-05/acct/CNY/ws-1/log.r30";
        ChargeSplit.Result split = ChargeSplit.of(
                FocusLines.line(SettlementMethod.WALLET, "2026-08-05", before, millions, amount, paid),
                FocusLines.MONTH,
                PLACE);

        assertThat(shown(split, base + "/2026-10")).isEqualTo(expected);
        assertThat(split.rounding()).isEqualByComparingTo(rounding);
        assertThat(split.charges())
                .allMatch(charge -> charge.kind().isCorrection())
                .filteredOn(charge -> charge.price() != null)
                .extracting(charge -> charge.origin().corrects())
                .containsOnly(base + corrects);
    }

    @Test
    void aFeeIsBoughtAndNotConsumed() {
        PostedLine usage = FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", "");
        ChargeOwner owner = new ChargeOwner("acct", "Acme", FocusLines.CNY, null);
        PostedLine fee = new PostedLine(
                new PostedLine.Key(owner, SettlementMethod.WALLET, null, "pack-7", BillingDay.parse("2026-10-05")),
                new PostedLine.Item(
                        FocusLines.LOGS,
                        ChargeCategory.PURCHASE,
                        ChargeFrequency.RECURRING,
                        usage.item().span()),
                null,
                usage.after(),
                usage.amount(),
                usage.paid());

        assertThat(ChargeSplit.of(fee, FocusLines.MONTH, PLACE).charges())
                .singleElement()
                .satisfies(charge -> {
                    assertThat(charge.id()).isEqualTo("2026-10-05/acct/CNY//log.r30/pack-7");
                    assertThat(charge.price()).isNotNull();
                    assertThat(charge.price().consumed()).isNull();
                    assertThat(charge.kind().frequency()).isEqualTo(ChargeFrequency.RECURRING);
                });
        assertThat(ChargeSplit.of(usage, FocusLines.MONTH, PLACE)
                        .charges()
                        .get(0)
                        .price()
                        .consumed())
                .isEqualByComparingTo("1500000");
    }

    @Test
    void nothingIsDividedByAPriceOfZero() {
        PostedLine usage = FocusLines.line(SettlementMethod.WALLET, "2026-10-05", null, "1.5", "3.75", "K1=1 K2=2.75");
        PostedLine.State after = usage.after();
        PostedLine free = new PostedLine(
                usage.key(),
                usage.item(),
                null,
                new PostedLine.State(
                        after.quantity(), after.units(), after.listPrice(), BigDecimal.ZERO, after.covered()),
                usage.amount(),
                usage.paid());

        assertThat(shown(ChargeSplit.of(free, FocusLines.MONTH, PLACE), "2026-10-05/acct/CNY/ws-1/log.r30"))
                .isEqualTo(" 0 1 0 0 0|/2 0 2.75 4.5 0 1.5");
    }

    private static BigDecimal billed(ChargeSplit.Result split) {
        return split.charges().stream().map(charge -> charge.costs().billed()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String shown(ChargeSplit.Result split, String base) {
        List<String> rows = split.charges().stream()
                .map(charge -> {
                    assertThat(charge.id()).startsWith(base);
                    Charge.Costs costs = charge.costs();
                    ChargePrice price = charge.price();
                    return charge.id().substring(base.length()) + " "
                            + Cells.decimal(costs.billed()) + " "
                            + Cells.decimal(costs.effective()) + " "
                            + Cells.decimal(costs.list()) + " "
                            + Cells.decimal(costs.contracted()) + " "
                            + (price == null ? "-" : Cells.decimal(price.quantity()));
                })
                .toList();
        return String.join("|", rows);
    }
}
