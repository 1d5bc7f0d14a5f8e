package io.billingcenter.writers.tables.pricing;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBook.Position;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps price books in the tables {@code price_book} and {@code price}. A book is never changed after use; one by which
 * nothing was posted yet, because a guard stopped the night that brought it, may be corrected.
 */
public final class PriceBookWriter {

    private static final String SELECT_DIGESTS = "SELECT version, sha256 FROM price_book";
    private static final String LAST_CHARGED_FROM =
            "SELECT MAX(billing_day) FROM rated_day WHERE outcome = 'charged' AND billing_day >= ?";
    private static final String POSTED_BY =
            "SELECT 1 FROM posting WHERE price_version = ? AND posted_day >= ? FETCH FIRST 1 ROWS ONLY";
    private static final String INSERT_BOOK = "INSERT INTO price_book (version, sha256) VALUES (?, ?)";
    private static final String INSERT_PRICE = "INSERT INTO price"
            + " (version, meter, retention_days, site_group, currency, price) VALUES (?, ?, ?, ?, ?, ?)";
    private static final int BATCH_SIZE = 1000;

    private final JdbcTemplate jdbc;
    private final Collection<Long> unfinished;

    /** The tables of that database, where whatever is charged is charged for good. */
    public PriceBookWriter(JdbcTemplate jdbc) {
        this(jdbc, List.of());
    }

    /**
     * The tables of that database.
     *
     * @param unfinished runs that did not finish: what only they charged is charged anew by the next attempt
     */
    public PriceBookWriter(JdbcTemplate jdbc, Collection<Long> unfinished) {
        this.jdbc = jdbc;
        this.unfinished = unfinished;
    }

    /**
     * Adds the books that are not there yet, and replaces those that were edited before use, in the caller's transaction; a
     * repeat changes nothing.
     *
     * @throws EditedPriceBookException when a version that was used is there with another digest; nothing is added then
     * @throws LatePriceBookException when days of a new version are charged already; nothing is added then
     */
    public void store(Collection<PriceBook> books) {
        Map<BillingDay, String> stored = storedDigests();
        refusals(books, stored).stream().findFirst().ifPresent(refusal -> {
            throw refusal;
        });
        for (PriceBook book : books) {
            String digest = stored.get(book.version());
            if (digest != null && !digest.equals(book.digest())) {
                delete(book.version());
            }
            if (!book.digest().equals(digest)) {
                insert(book);
            }
        }
    }

    /** Why {@link #store} would refuse the books, one for each book that it would refuse; empty when it would not. */
    public List<IllegalArgumentException> refusals(Collection<PriceBook> books) {
        return refusals(books, storedDigests());
    }

    private List<IllegalArgumentException> refusals(Collection<PriceBook> books, Map<BillingDay, String> stored) {
        NavigableSet<BillingDay> versions = new TreeSet<>(stored.keySet());
        books.forEach(book -> versions.add(book.version()));
        List<IllegalArgumentException> refusals = new ArrayList<>();
        for (PriceBook book : books) {
            String used = stored.get(book.version());
            if (used == null) {
                chargedDay(new DayRange(book.version(), versions.higher(book.version())))
                        .ifPresent(charged -> refusals.add(new LatePriceBookException(book.version(), charged)));
            } else if (!used.equals(book.digest()) && isUsed(book.version())) {
                refusals.add(new EditedPriceBookException(book.version(), used, book.digest()));
            }
        }
        return refusals;
    }

    /**
     * Returns whether anything was posted by the book; one without prices counts as used, since it ends the one before
     * it.
     */
    private boolean isUsed(BillingDay version) {
        boolean hasPrices = !jdbc.queryForList(
                        "SELECT 1 FROM price WHERE version = ? FETCH FIRST 1 ROWS ONLY", version.date())
                .isEmpty();
        return !hasPrices
                || !jdbc.queryForList(POSTED_BY, version.date(), version.date()).isEmpty();
    }

    private void delete(BillingDay version) {
        jdbc.update("DELETE FROM price WHERE version = ?", version.date());
        jdbc.update("DELETE FROM price_book WHERE version = ?", version.date());
    }

    /** The last of these days for which something was ever charged. */
    private Optional<BillingDay> chargedDay(DayRange days) {
        BillingDay end = days.to();
        List<Object> arguments = new ArrayList<>(List.of(days.from().date()));
        String sql = LAST_CHARGED_FROM;
        if (end != null) {
            sql += " AND billing_day < ?";
            arguments.add(end.date());
        }
        if (!unfinished.isEmpty()) {
            sql += " AND run_id NOT IN (" + String.join(", ", Collections.nCopies(unfinished.size(), "?")) + ")";
            arguments.addAll(unfinished);
        }
        LocalDate last = jdbc.queryForObject(sql, LocalDate.class, arguments.toArray());
        return Optional.ofNullable(last).map(BillingDay::new);
    }

    private Map<BillingDay, String> storedDigests() {
        Map<BillingDay, String> digests = new HashMap<>();
        jdbc.query(SELECT_DIGESTS, row -> {
            digests.put(new BillingDay(row.getObject("version", LocalDate.class)), row.getString("sha256"));
        });
        return digests;
    }

    private void insert(PriceBook book) {
        jdbc.update(INSERT_BOOK, book.version().date(), book.digest());
        List<Map.Entry<Position, BigDecimal>> prices = List.copyOf(book.prices().entrySet());
        jdbc.batchUpdate(INSERT_PRICE, prices, BATCH_SIZE, (statement, price) -> {
            Position position = price.getKey();
            statement.setObject(1, book.version().date());
            statement.setString(2, position.tier().meter().code());
            statement.setInt(3, position.tier().retentionDays());
            statement.setString(4, position.group().code());
            statement.setString(5, position.currency().getCurrencyCode());
            statement.setBigDecimal(6, price.getValue());
        });
    }
}
