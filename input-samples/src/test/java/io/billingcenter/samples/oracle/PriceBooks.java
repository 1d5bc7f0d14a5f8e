package io.billingcenter.samples.oracle;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The price books of a world by first day; each is in force until the next (billing rules 2, reading Q26). */
final class PriceBooks {

    /** Where a price stands in a book. */
    record Position(Tier tier, String group, String currency) {}

    final TreeMap<LocalDate, Map<Position, Fraction>> books = new TreeMap<>();

    /** First day of the book in force. */
    Optional<LocalDate> version(LocalDate day) {
        return Optional.ofNullable(books.floorKey(day));
    }

    Optional<Fraction> price(LocalDate day, Position position) {
        return version(day).map(version -> books.get(version).get(position));
    }
}
