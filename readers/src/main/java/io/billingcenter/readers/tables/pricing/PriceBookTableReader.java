package io.billingcenter.readers.tables.pricing;

import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The price books as they were used, from the tables {@code price_book} and {@code price}. */
public final class PriceBookTableReader {

    private static final String SELECT_BOOKS = "SELECT version, sha256 FROM price_book";
    private static final String SELECT_PRICES =
            "SELECT version, meter, retention_days, site_group, currency, price FROM price";

    private final JdbcTemplate jdbc;

    /** A reader of that database. */
    public PriceBookTableReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Every version that was stored.
     *
     * @throws IllegalStateException when the database names a meter or site group that this program does not know
     */
    public PriceBooks priceBooks() {
        Map<BillingDay, Map<Position, BigDecimal>> prices = new HashMap<>();
        jdbc.query(SELECT_PRICES, row -> {
            prices.computeIfAbsent(versionOf(row), version -> new HashMap<>())
                    .put(positionOf(row), row.getBigDecimal("price"));
        });
        List<PriceBook> books = jdbc.query(
                SELECT_BOOKS,
                (row, number) -> new PriceBook(
                        versionOf(row), prices.getOrDefault(versionOf(row), Map.of()), row.getString("sha256")));
        return new PriceBooks(books);
    }

    private static BillingDay versionOf(ResultSet row) throws SQLException {
        return Columns.day(row, "version");
    }

    private static Position positionOf(ResultSet row) throws SQLException {
        SiteGroup group = Columns.known(SiteGroup.ofCode(row.getString("site_group")), "site_group");
        return new Position(Columns.tier(row), group, Currency.getInstance(row.getString("currency")));
    }
}
