package io.billingcenter.readers.tables.pricing;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.pricing.PriceBookTable;
import io.billingcenter.schema.pricing.PriceTable;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the price books as they were used, from the tables {@code price_book} and {@code price}. */
public final class PriceBookTableReader {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public PriceBookTableReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Returns every version that was stored.
     *
     * @throws IllegalStateException when the database names a meter or site group that this program does not know
     */
    public PriceBooks priceBooks() {
        Map<BillingDay, Map<Position, BigDecimal>> prices = new HashMap<>();
        jdbc.query(PriceTable.TABLE.select(), row -> {
            prices.computeIfAbsent(PriceTable.VERSION.get(row), version -> new HashMap<>())
                    .put(PriceTable.position(row), PriceTable.PRICE.get(row));
        });
        List<PriceBook> books = jdbc.query(PriceBookTable.TABLE.select(), (row, number) -> {
            BillingDay version = PriceBookTable.VERSION.get(row);
            return new PriceBook(version, prices.getOrDefault(version, Map.of()), PriceBookTable.SHA256.get(row));
        });
        return new PriceBooks(books);
    }
}
