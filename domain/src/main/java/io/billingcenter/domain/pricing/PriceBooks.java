package io.billingcenter.domain.pricing;

import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All versions of the price list; the billing day decides which one is in force (reading Q26). */
public final class PriceBooks {

    private final NavigableMap<BillingDay, PriceBook> books = new TreeMap<>();

    /**
     * Creates the set of price books.
     *
     * @throws IllegalArgumentException if two books have the same version
     */
    public PriceBooks(Collection<PriceBook> books) {
        for (PriceBook book : books) {
            PriceBook other = this.books.put(book.version(), book);
            if (other != null) {
                throw new IllegalArgumentException("Expected one price book for " + book.version() + ", found two");
            }
        }
    }

    /**
     * Returns the book in force on the day; empty before the first book, and after a book that was ended by one without
     * prices.
     */
    public Optional<PriceBook> inForce(BillingDay day) {
        return Optional.ofNullable(books.floorEntry(day))
                .map(Map.Entry::getValue)
                .filter(book -> !book.prices().isEmpty());
    }

    /** Returns the books, oldest first. */
    public Collection<PriceBook> books() {
        return java.util.Collections.unmodifiableCollection(books.values());
    }
}
