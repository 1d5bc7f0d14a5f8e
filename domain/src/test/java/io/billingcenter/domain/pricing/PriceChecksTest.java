package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceChecksTest {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final MeterTier LOG = new MeterTier(Meter.LOG, 14);
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct-1");
    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private final PriceChecks checks = new PriceChecks(3);

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "1.5, 4.5, false",
        "1.5, 4.5000001, true",
        "1.5, 150, true",
        "1.5, 0.5, false",
        "1.5, 0.4999999, true",
        "1.5, 0, true",
        "0, 1.5, true",
        "0, 0, false"
    })
    void priceFarFromTheBookBefore(String before, String now, boolean reported) {
        List<String> lines = checks.changes(book("2026-11-01", now, "3"), book("2026-01-01", before, "3"));
        assertThat(lines.size()).isEqualTo(reported ? 1 : 0);
    }

    @Test
    void theLineNamesBothPrices() {
        assertThat(checks.changes(book("2026-11-01", "150", "3"), book("2026-01-01", "1.5", "3")))
                .containsExactly("price book 2026-11-01: " + LOG
                        + " in cn CNY costs 150, in book 2026-01-01 1.5: they differ by more than a factor of 3");
        assertThat(checks.changes(
                        book("2026-11-01", "150", "3"), new PriceBook(BillingDay.parse("2026-01-01"), Map.of(), "d")))
                .as("offered newly")
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"4.5, false", "4.5000001, true", "0.15, false", "0.1499999, true", "0, true", "1.5, false", "3, false"})
    void contractPriceFarFromEveryListPrice(String price, boolean reported) {
        PriceBooks priceBooks = new PriceBooks(List.of(book("2026-01-01", "1.5", "3")));
        List<String> lines = checks.oddContracts(List.of(contract(price)), priceBooks, Map.of(ACCOUNT, CNY), DAY);
        assertThat(lines.size()).isEqualTo(reported ? 1 : 0);
    }

    @Test
    void theBookIsThatOfADayOnWhichThePriceIsAgreed() {
        PriceBooks priceBooks =
                new PriceBooks(List.of(book("2026-01-01", "1.5", "3"), book("2027-01-01", "150", "300")));
        ContractPrice later =
                new ContractPrice(ACCOUNT, LOG, BigDecimal.ONE, new DayRange(BillingDay.parse("2027-02-01"), null));
        assertThat(checks.oddContracts(List.of(later), priceBooks, Map.of(ACCOUNT, CNY), DAY))
                .containsExactly(
                        "contract price of acct-1 for " + LOG
                                + " from 2027-02-01: CNY 1, list price 150 to 300 in book 2027-01-01: above 1.5 times or below a tenth of it");
        assertThat(checks.oddContracts(List.of(contract("99")), new PriceBooks(List.of()), Map.of(ACCOUNT, CNY), DAY))
                .as("no list price")
                .isEmpty();
    }

    private static ContractPrice contract(String price) {
        return new ContractPrice(
                ACCOUNT, LOG, new BigDecimal(price), new DayRange(BillingDay.parse("2026-06-01"), null));
    }

    private static PriceBook book(String version, String mainland, String overseas) {
        return new PriceBook(
                BillingDay.parse(version),
                Map.of(
                        new Position(LOG, SiteGroup.CN, CNY), new BigDecimal(mainland),
                        new Position(LOG, SiteGroup.OS, CNY), new BigDecimal(overseas)),
                "digest-" + version);
    }
}
