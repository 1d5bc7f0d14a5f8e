package io.billingcenter.schema.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.billing.ChargesText.Line;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of usage and charges. */
class RatedTextsTest {

    private static final String BEGIN = "{\"version\":1,\"rows\":[";
    private static final String LOG = "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",\"CNY\",0.000000000015,0]";

    @Test
    void theTextOfUsageNamesMeterDaysAndQuantity() {
        List<Usage> usage = List.of(
                new Usage(new MeterTier(Meter.TRACE, 14), new BigDecimal("1234567890.10")),
                new Usage(MeterTier.flat(Meter.SMS), new BigDecimal("3.00")));
        String text = UsageText.of(usage);
        assertThat(text).isEqualTo(BEGIN + "[\"trace\",14,1234567890.1],[\"sms\",0,3]]}");
        assertThat(UsageText.usage(text)).isEqualTo(usage);
    }

    @Test
    void theTextOfChargesHasAllThatAnAmountIsMadeOf() {
        Charge charge = new Charge(
                new MeterTier(Meter.LOG, 30),
                new BigDecimal("12.50"),
                new BigDecimal("1.5000000"),
                new BigDecimal("1.2000000"),
                BillingDay.parse("2026-01-01"),
                new ExactAmount(Currency.getInstance("CNY"), new BigDecimal("0.000000000015000000")));
        assertThat(ChargesText.of(List.of(charge))).isEqualTo(BEGIN + LOG + "]}");
        assertThat(ChargesText.lines(BEGIN + LOG + "]}")).containsExactly(new Line(charge, new BigDecimal("0.00")));
    }

    @Test
    void anAmountThatIsNotTheRoundedOneIsReadAsItIs() {
        Line line =
                ChargesText.lines(BEGIN + LOG.replace(",0]", ",7.31]") + "]}").get(0);
        assertThat(line.amount()).isEqualTo(new BigDecimal("7.31"));
        assertThat(line.charge().amount().amount()).isEqualTo(new BigDecimal("0.00"));
    }

    @Test
    void randomUsageComesBack() {
        Random random = new Random(20_261_201);
        for (int rating = 0; rating < 200; rating++) {
            List<Usage> usage = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                usage.add(new Usage(tier(random), number(random, 60, 2)));
            }
            assertThat(UsageText.usage(UsageText.of(usage))).isEqualTo(usage);
        }
        assertThat(UsageText.usage(null)).isEmpty();
    }

    @Test
    void randomChargesComeBack() {
        Random random = new Random(20_261_202);
        for (int rating = 0; rating < 200; rating++) {
            List<Charge> charges = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                charges.add(charge(random));
            }
            String text = ChargesText.of(charges);
            assertThat(ChargesText.charges(text)).isEqualTo(charges);
            assertThat(ChargesText.lines(text))
                    .allSatisfy(line -> assertThat(line.amount())
                            .isEqualTo(line.charge().amount().amount()));
        }
        assertThat(ChargesText.charges(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"lgo\",14,1]",
                "[\"log\",14,1.005]",
                "[\"log\",14.5,1]",
                "[\"log\",14,\"1\"]",
                "[\"log\",14,null]",
                "[14,14,1]",
                "[\"log\",14]"
            })
    void otherUsageIsRefused(String rows) {
        assertThatIllegalStateException()
                .isThrownBy(() -> UsageText.usage(BEGIN + rows + "]}"))
                .withMessageContaining("column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"log\",30,12.505,1.5,1.2,\"2026-01-01\",\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.50000005,1.2,\"2026-01-01\",\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.20000005,\"2026-01-01\",\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-02-30\",\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.2,20260101,\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",\"XYZ\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",null,0.1,0.1]",
                "[\"log\",30,12.5,1.5,null,\"2026-01-01\",\"CNY\",0.1,0.1]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",\"CNY\",0.1,0.105]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",\"CNY\",0.0000000000000000001,0]",
                "[\"log\",30,12.5,1.5,1.2,\"2026-01-01\",\"CNY\",0.1]"
            })
    void otherChargesAreRefused(String rows) {
        assertThatIllegalStateException()
                .isThrownBy(() -> ChargesText.charges(BEGIN + rows + "]}"))
                .withMessageContaining("column");
    }

    private static Charge charge(Random random) {
        return new Charge(
                tier(random),
                number(random, 60, 2),
                random.nextInt(5) == 0 ? null : number(random, 38, 7),
                number(random, 38, 7),
                random.nextInt(5) == 0 ? null : BillingDay.parse("2024-01-01").plusDays(random.nextInt(1_000)),
                new ExactAmount(Currency.getInstance(random.nextBoolean() ? "CNY" : "USD"), number(random, 78, 18)));
    }

    private static MeterTier tier(Random random) {
        return new MeterTier(
                Meter.values()[random.nextInt(Meter.values().length)],
                MeterTier.RETENTION_DAYS.get(random.nextInt(MeterTier.RETENTION_DAYS.size())));
    }

    /** A number of that scale with no more than that many digits; often 0 or the largest one. */
    private static BigDecimal number(Random random, int digits, int scale) {
        BigInteger end = BigInteger.TEN.pow(digits);
        BigInteger value = switch (random.nextInt(8)) {
            case 0 -> BigInteger.ZERO;
            case 1 -> end.subtract(BigInteger.ONE);
            case 2 -> BigInteger.TEN.pow(random.nextInt(digits));
            default -> new BigInteger(random.nextInt(end.bitLength()), random);
        };
        return new BigDecimal(value, scale);
    }
}
