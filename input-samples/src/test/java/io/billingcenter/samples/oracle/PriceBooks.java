package io.billingcenter.samples.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The price books of a world by first day; each is in force until the next (billing rules 2, reading Q26). */
final class PriceBooks {

    /** Where a price stands in a book. */
    record Position(Tier tier, String group, String currency) {}

    /** The columns of prices of a file, from the fourth on. */
    static final List<String> COLUMNS = List.of("cn CNY", "os CNY", "cn USD", "os USD");

    final TreeMap<LocalDate, Map<Position, Fraction>> books = new TreeMap<>();

    /** Takes every book of the folder. */
    void read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(any -> any.toString().endsWith(".csv")).toList()) {
                String day = file.getFileName().toString().replace(".csv", "");
                books.put(LocalDate.parse(day), book(Files.readAllLines(file)));
            }
        }
    }

    private static Map<Position, Fraction> book(List<String> lines) {
        Map<Position, Fraction> prices = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (!line.startsWith("#") && cells.length > 3 && !cells[0].equals("meter")) {
                Tier tier = new Tier(cells[0], cells[1].isEmpty() ? 0 : Integer.parseInt(cells[1]));
                for (int column = 0; column < COLUMNS.size(); column++) {
                    if (!cells[3 + column].isEmpty()) {
                        String[] parts = COLUMNS.get(column).split(" ");
                        prices.put(new Position(tier, parts[0], parts[1]), Fraction.of(cells[3 + column]));
                    }
                }
            }
        }
        return prices;
    }

    /** First day of the book in force. */
    Optional<LocalDate> version(LocalDate day) {
        return Optional.ofNullable(books.floorKey(day));
    }

    Optional<Fraction> price(LocalDate day, Position position) {
        return version(day).map(version -> books.get(version).get(position));
    }
}
