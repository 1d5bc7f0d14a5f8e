package io.billingcenter.writers.tables.pricing;

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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

class PriceBookWriterTest {

    private JdbcTemplate jdbc;
    private PriceBookWriter tables;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
        tables = new PriceBookWriter(jdbc);
    }

    private static PriceBook book(String version, String digest, String logPrice) {
        Currency cny = Currency.getInstance("CNY");
        Map<Position, BigDecimal> prices = Map.of(
                new Position(new MeterTier(Meter.LOG, 14), SiteGroup.CN, cny), new BigDecimal(logPrice),
                new Position(MeterTier.flat(Meter.FORWARD_STORED), SiteGroup.OS, cny), new BigDecimal("0.014"));
        return new PriceBook(BillingDay.parse(version), prices, digest);
    }

    private List<String> stored() {
        return jdbc.queryForList(
                "SELECT CAST(b.version AS VARCHAR(10)) || ' ' || sha256 || ' ' || meter || ' ' || retention_days || ' '"
                        + " || site_group || ' ' || currency || ' ' || price"
                        + " FROM price_book b JOIN price p ON p.version = b.version ORDER BY b.version, meter",
                String.class);
    }

    @Test
    void storesBooksAndTheirPrices() {
        tables.store(List.of(book("2024-11-06", "abc", "1.5"), book("2023-11-02", "def", "1.6")));
        assertThat(stored())
                .containsExactly(
                        "2023-11-02 def forward_stored 0 os CNY 0.0140000",
                        "2023-11-02 def log 14 cn CNY 1.6000000",
                        "2024-11-06 abc forward_stored 0 os CNY 0.0140000",
                        "2024-11-06 abc log 14 cn CNY 1.5000000");
    }

    @Test
    void addsOnlyWhatIsNew() {
        tables.store(List.of(book("2023-11-02", "def", "1.6")));
        tables.store(List.of(book("2023-11-02", "def", "1.6"), book("2024-11-06", "abc", "1.5")));
        tables.store(List.of());
        assertThat(stored()).hasSize(4);
    }

    @Test
    void refusesAnEditedBookAndAddsNothing() {
        tables.store(List.of(book("2023-11-02", "def", "1.6")));
        post("2023-11-02", "2023-12-01");
        List<PriceBook> edited = List.of(book("2024-11-06", "abc", "1.5"), book("2023-11-02", "xyz", "1.7"));
        assertThatThrownBy(() -> tables.store(edited))
                .isInstanceOf(EditedPriceBookException.class)
                .hasMessage(
                        "Expected price book 2023-11-02 as it was used, with SHA-256 def, found one with xyz; a price"
                                + " book is never edited after use: put the new prices into a new version and restore the old file");
        assertThat(stored()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        // added version, day charged, last day charged of the version or empty
        "2024-11-06, 2024-11-05,",
        "2024-11-06, 2024-11-06, 2024-11-06",
        "2024-11-06, 2025-01-01, 2025-01-01",
        "2023-11-03, 2023-11-02,",
        "2023-11-03, 2024-06-25, 2024-06-25",
        "2023-11-03, 2024-06-26,",
        "2021-01-01, 2023-11-02,",
    })
    void aBookAddedLaterMustNotBeInForceOnADayAlreadyCharged(
            String added, String charged, @Nullable String lastCharged) {
        tables.store(List.of(book("2023-11-02", "old", "1.6"), book("2024-06-26", "old", "1.6")));
        rate("held", "2023-12-01");
        rate("free", "2024-12-01");
        rate("charged", charged);
        List<PriceBook> books = List.of(book("2023-11-02", "old", "1.6"), book(added, "abc", "1.5"));
        if (lastCharged == null) {
            assertThat(tables.refusals(books)).isEmpty();
            tables.store(books);
            assertThat(stored()).hasSize(6);
        } else {
            assertThatThrownBy(() -> tables.store(books))
                    .isInstanceOf(LatePriceBookException.class)
                    .hasMessageContaining("Expected price book " + added)
                    .hasMessageContaining("found charges on " + lastCharged);
            assertThat(stored()).hasSize(4);
        }
    }

    @Test
    void theNextVersionMayBeAddedTogether() {
        rate("charged", "2024-12-01");
        assertThat(tables.refusals(List.of(book("2024-06-26", "a", "1.5"), book("2024-11-06", "b", "1.6"))))
                .singleElement()
                .isInstanceOf(LatePriceBookException.class)
                .hasToString(
                        "io.billingcenter.writers.tables.pricing.LatePriceBookException: Expected price book 2024-11-06 to"
                                + " begin after the last day charged, found charges on 2024-12-01; a book never changes days"
                                + " already charged: name it by 2024-12-02 or a later day, or take it away and agree contract"
                                + " prices with the accounts it was meant for");
    }

    @Test
    void everyBookThatWouldBeRefusedIsTold() {
        tables.store(List.of(book("2023-11-02", "old", "1.6")));
        rate("charged", "2024-12-01");
        post("2023-11-02", "2024-12-01");
        assertThat(tables.refusals(List.of(book("2023-11-02", "new", "1.6"), book("2024-11-06", "b", "1.6"))))
                .hasExactlyElementsOfTypes(EditedPriceBookException.class, LatePriceBookException.class);
    }

    /** A night that was stopped before it posted has rated by the book, and the next one may find it corrected. */
    @Test
    void aBookByWhichNothingWasPostedMayBeCorrected() {
        tables.store(List.of(book("2023-11-02", "old", "1.6"), book("2024-11-06", "typo", "150")));
        post("2023-11-02", "2024-11-05");
        rate("charged", "2024-11-06");
        List<PriceBook> corrected = List.of(book("2023-11-02", "old", "1.6"), book("2024-11-06", "right", "1.5"));
        assertThat(tables.refusals(corrected)).isEmpty();
        tables.store(corrected);
        assertThat(stored())
                .containsExactly(
                        "2023-11-02 old forward_stored 0 os CNY 0.0140000",
                        "2023-11-02 old log 14 cn CNY 1.6000000",
                        "2024-11-06 right forward_stored 0 os CNY 0.0140000",
                        "2024-11-06 right log 14 cn CNY 1.5000000");
        post("2024-11-06", "2024-11-06");
        assertThat(tables.refusals(List.of(book("2024-11-06", "again", "1.4"))))
                .hasExactlyElementsOfTypes(EditedPriceBookException.class);
    }

    @Test
    void aBookWithoutPricesIsUsedFromTheStart() {
        tables.store(List.of(new PriceBook(BillingDay.parse("2023-04-20"), Map.of(), "end")));
        assertThat(tables.refusals(List.of(book("2023-04-20", "other", "1.5"))))
                .hasExactlyElementsOfTypes(EditedPriceBookException.class);
    }

    private void post(String version, String day) {
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, price_version, currency, amount, rating, run_id)
                VALUES (?, CAST(? AS DATE), CAST(? AS DATE), 'a', 'wallet', 'w', 'log', 14, 'usage', 1, 1, 1,
                  CAST(? AS DATE), 'CNY', 1, 1, 1)""", version + day, day, day, version);
    }

    private void rate(String outcome, String day) {
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES ('ws-1', CAST(? AS DATE), 1, 1, 'terms', ?, FALSE, TRUE, 1)""", day, outcome);
    }
}
