package io.billingcenter.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceBooksTest {

    private static final Position SMS =
            new Position(MeterTier.flat(Meter.SMS), SiteGroup.CN, Currency.getInstance("CNY"));

    private final PriceBooks priceBooks =
            new PriceBooks(List.of(book("2024-11-06", "1"), book("2023-11-02", "2"), book("2024-06-26", "3")));

    private static PriceBook book(String version, String price) {
        return new PriceBook(BillingDay.parse(version), Map.of(SMS, new BigDecimal(price)), "digest " + version);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-01, ",
        "2023-11-02, 2023-11-02",
        "2024-06-25, 2023-11-02",
        "2024-06-26, 2024-06-26",
        "2024-11-05, 2024-06-26",
        "2024-11-06, 2024-11-06",
        "2026-11-21, 2024-11-06"
    })
    void takesTheBookInForceOnTheDay(String day, String version) {
        Optional<String> found = priceBooks
                .inForce(BillingDay.parse(day))
                .map(book -> book.version().toString());
        assertThat(found).isEqualTo(Optional.ofNullable(version));
    }

    @Test
    void listsItsBooksOldestFirst() {
        assertThat(priceBooks.books()).extracting(PriceBook::version).isSorted().hasSize(3);
    }

    @Test
    void refusesTwoBooksOfADay() {
        List<PriceBook> books = List.of(book("2024-11-06", "1"), book("2024-11-06", "2"));
        assertThatThrownBy(() -> new PriceBooks(books)).hasMessage("Expected one price book for 2024-11-06, found two");
    }

    @Test
    void hasNoPriceForWhatIsNotOffered() {
        PriceBook book = book("2024-11-06", "1");
        Currency cny = SMS.currency();
        assertThat(book.price(SMS.tier(), SiteGroup.CN, cny)).contains(BigDecimal.ONE);
        assertThat(book.price(SMS.tier(), SiteGroup.OS, cny)).isEmpty();
        assertThat(book.price(SMS.tier(), SiteGroup.CN, Currency.getInstance("USD")))
                .isEmpty();
        assertThat(book.price(new MeterTier(Meter.LOG, 14), SiteGroup.CN, cny)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1.3500000, 1.35", "100, 100", "1E+2, 100", "0.00, 0", "0.0000001, 0.0000001"})
    void keepsPricesWithoutNeedlessZeros(String given, String kept) {
        assertThat(book("2024-11-06", given).prices()).containsEntry(SMS, new BigDecimal(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.00000001"})
    void refusesPricesThatCannotBe(String price) {
        assertThatThrownBy(() -> book("2024-11-06", price))
                .hasMessageStartingWith("Expected a price of at least 0 with at most 7 decimals");
    }
}
