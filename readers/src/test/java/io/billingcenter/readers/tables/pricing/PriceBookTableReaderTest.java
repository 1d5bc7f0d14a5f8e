package io.billingcenter.readers.tables.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class PriceBookTableReaderTest {

    private JdbcTemplate jdbc;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
        jdbc.update("INSERT INTO price_book (version, sha256) VALUES (DATE '2024-11-06', 'abc')");
    }

    private void insertPrice(String meter, int days, String group, String price) {
        jdbc.update(
                "INSERT INTO price (version, meter, retention_days, site_group, currency, price)"
                        + " VALUES (DATE '2024-11-06', ?, ?, ?, 'CNY', ?)",
                meter,
                days,
                group,
                new BigDecimal(price));
    }

    @Test
    void readsBooksAndTheirPrices() {
        insertPrice("log", 14, "cn", "1.5");
        insertPrice("forward_stored", 0, "os", "0.014");
        jdbc.update("INSERT INTO price_book (version, sha256) VALUES (DATE '2023-11-02', 'def')");
        Currency cny = Currency.getInstance("CNY");
        Map<Position, BigDecimal> prices = Map.of(
                new Position(new MeterTier(Meter.LOG, 14), SiteGroup.CN, cny), new BigDecimal("1.5"),
                new Position(MeterTier.flat(Meter.FORWARD_STORED), SiteGroup.OS, cny), new BigDecimal("0.014"));
        assertThat(new PriceBookTableReader(jdbc).priceBooks().books())
                .containsExactly(
                        new PriceBook(BillingDay.parse("2023-11-02"), Map.of(), "def"),
                        new PriceBook(BillingDay.parse("2024-11-06"), prices, "abc"));
    }

    @Test
    void refusesCodesOfAnotherVersion() {
        insertPrice("tokens", 0, "cn", "1");
        PriceBookTableReader reader = new PriceBookTableReader(jdbc);
        assertThatThrownBy(reader::priceBooks)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("meter");
    }
}
