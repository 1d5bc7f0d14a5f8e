package io.billingcenter.readers.files.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Compares the shipped books with the tables of billing rules 2.1 to 2.4, which {@code price-tables.txt} holds in their
 * original form: flat meters with a column for each group and currency, tiered ones with a row for each. Every price is
 * compared, and there must be no others.
 */
class ShippedPriceBooksTest {

    private static final int[] DAYS = {3, 7, 14, 30, 60, 180, 360};
    private static final List<String> GROUPS = List.of("CN CNY", "OS CNY", "CN USD", "OS USD");

    private final PriceBooks shipped =
            new PriceBooks(new PriceBookFolder(Path.of("..", "config", "price-books")).read());

    private PriceBook book(String version) {
        PriceBook book = shipped.inForce(BillingDay.parse(version)).orElseThrow();
        assertThat(book.version()).hasToString(version);
        return book;
    }

    @Test
    void haveThePricesOfNovember2024() throws IOException {
        assertThat(book("2024-11-06").prices())
                .containsExactlyInAnyOrderEntriesOf(tables("2.1", "2.2"))
                .hasSize(153);
    }

    @Test
    void haveTheOldPricesBefore() throws IOException {
        assertThat(book("2024-06-26").prices()).containsExactlyInAnyOrderEntriesOf(tables("2.1", "2.2", "2.3"));
    }

    @Test
    void haveNoPipelineAtFirst() throws IOException {
        Map<Position, BigDecimal> expected = tables("2.1", "2.2", "2.3");
        expected.keySet().removeIf(position -> position.tier().meter() == Meter.PIPELINE);
        assertThat(book("2023-11-02").prices())
                .containsExactlyInAnyOrderEntriesOf(expected)
                .hasSize(149);
    }

    @Test
    void haveTheLegacyListOnMainlandSitesOnly() throws IOException {
        assertThat(book("2021-01-01").prices())
                .containsExactlyInAnyOrderEntriesOf(tables("2.4"))
                .hasSize(21);
        assertThat(shipped.inForce(BillingDay.parse("2023-04-19"))).contains(book("2021-01-01"));
    }

    @Test
    void areFiveOfWhichOneEndsTheLegacyList() {
        assertThat(shipped.books()).hasSize(5);
        assertThat(shipped.inForce(BillingDay.parse("2020-12-31"))).isEmpty();
        assertThat(shipped.inForce(BillingDay.parse("2023-04-20"))).isEmpty();
        assertThat(shipped.inForce(BillingDay.parse("2023-11-01"))).isEmpty();
    }

    /** Returns the prices of these tables; a later table replaces prices of an earlier one. */
    private static Map<Position, BigDecimal> tables(String... names) throws IOException {
        Map<Position, BigDecimal> prices = new HashMap<>();
        for (String name : names) {
            for (String line : lines()) {
                String[] cells = line.split(" *\\| *", -1);
                if (cells[0].equals(name)) {
                    read(cells, prices);
                }
            }
        }
        return prices;
    }

    private static List<String> lines() throws IOException {
        try (InputStream tables = ShippedPriceBooksTest.class.getResourceAsStream("price-tables.txt")) {
            return new String(tables.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static void read(String[] cells, Map<Position, BigDecimal> prices) {
        Meter meter = Meter.ofCode(cells[1]).orElseThrow();
        boolean tiered = GROUPS.contains(cells[2]);
        IntStream.range(tiered ? 3 : 2, cells.length)
                .filter(i -> !cells[i].equals("-"))
                .forEach(i -> {
                    MeterTier tier = new MeterTier(meter, tiered ? DAYS[i - 3] : Meter.FLAT);
                    prices.put(position(tier, tiered ? cells[2] : GROUPS.get(i - 2)), new BigDecimal(cells[i]));
                });
    }

    private static Position position(MeterTier tier, String group) {
        String[] words = group.split(" ", -1);
        return new Position(tier, SiteGroup.valueOf(words[0]), Currency.getInstance(words[1]));
    }
}
