package io.billingcenter.writers.tables.pricing;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.pricing.PriceBookTable;
import io.billingcenter.schema.pricing.PriceTable;
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
 * Writes price books to the tables {@code price_book} and {@code price}. A book is never changed after use; one by which
 * nothing was posted yet, because a guard stopped the night that brought it, may be corrected.
 */
public final class PriceBookWriter {

    private static final String LAST_CHARGED_FROM =
            "SELECT MAX(billing_day) FROM rated_day WHERE outcome = 'charged' AND billing_day >= ?";
    private static final String POSTED_BY =
            "SELECT 1 FROM posting WHERE price_version = ? AND posted_day >= ? FETCH FIRST 1 ROWS ONLY";

    private final JdbcTemplate jdbc;
    private final Collection<Long> unfinished;

    /** Writes through the template; no charge is made anew. */
    public PriceBookWriter(JdbcTemplate jdbc) {
        this(jdbc, List.of());
    }

    /**
     * Writes through the template.
     *
     * @param unfinished runs that did not finish; days that only they charged are charged anew by the next attempt
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

    /** Returns the reasons for which {@link #store} would refuse books, one for each; empty when it would refuse none. */
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
        jdbc.update(PriceTable.TABLE.delete(List.of(PriceTable.VERSION)), version.date());
        jdbc.update(PriceBookTable.TABLE.delete(List.of(PriceBookTable.VERSION)), version.date());
    }

    /** Returns the last of these days that has a charge. */
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
        jdbc.query(PriceBookTable.TABLE.select(), row -> {
            digests.put(PriceBookTable.VERSION.get(row), PriceBookTable.SHA256.get(row));
        });
        return digests;
    }

    private void insert(PriceBook book) {
        PriceBookTable.TABLE.insert(jdbc, PriceBookTable.row(book.version(), book.digest()));
        PriceTable.TABLE.insert(
                jdbc,
                book.prices().entrySet().stream()
                        .map(price -> PriceTable.row(book.version(), price.getKey(), price.getValue()))
                        .toList());
    }
}
