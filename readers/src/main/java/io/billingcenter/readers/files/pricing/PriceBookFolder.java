package io.billingcenter.readers.files.pricing;

import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Problem;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.csv.ValueType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of price books that an operator maintains, one file for each version, named after its first billing day:
 * {@code 2024-11-06.csv}. Files that do not end in {@code .csv}, or start with a dot, are ignored.
 */
public final class PriceBookFolder {

    private static final String SUFFIX = ".csv";

    private final Path folder;

    /** Creates a reader of this folder. */
    public PriceBookFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads and checks every book.
     *
     * @return the books, oldest first; at least one
     * @throws InvalidPriceBookException if any book has a fault; it lists the faults of all books
     * @throws UncheckedIOException if a file cannot be read
     */
    public List<PriceBook> read() {
        Problems problems = new Problems();
        List<PriceBook> books = new ArrayList<>();
        for (Path file : files(problems)) {
            read(file, problems).ifPresent(books::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidPriceBookException(folder, problems.sorted());
        }
        return List.copyOf(books);
    }

    /**
     * Reads a single book, checked as if it came into force on the day in its name.
     *
     * @param otherwise first day of a book whose name is not a day
     * @throws InvalidPriceBookException with all faults, if there are any
     * @throws UncheckedIOException if it cannot be read
     */
    public static PriceBook readFile(Path file, BillingDay otherwise) {
        Problems problems = new Problems();
        String name = String.valueOf(file.getFileName());
        BillingDay version = versionOf(name).orElse(otherwise);
        PriceBook book = new PriceBookFile(name, version, problems).read(bytesOf(file));
        if (!problems.isEmpty()) {
            throw new InvalidPriceBookException(file, problems.sorted());
        }
        return book;
    }

    private List<Path> files(Problems problems) {
        if (!Files.isDirectory(folder)) {
            problems.add(new Problem(folder.toString(), 0, "", "none", "a folder with price books"));
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> files = children.filter(PriceBookFolder::isBook).sorted().toList();
            if (files.isEmpty()) {
                problems.add(new Problem(folder.toString(), 0, "", "none", "at least one price book"));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to list the price books in " + folder + "; check its rights", e);
        }
    }

    private static boolean isBook(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(SUFFIX) && !name.startsWith(".");
    }

    private static Optional<PriceBook> read(Path file, Problems problems) {
        String name = file.getFileName().toString();
        Optional<BillingDay> version = versionOf(name);
        if (version.isEmpty()) {
            problems.add(new Problem(name, 0, "", name, "a name like 2026-11-21.csv, the first billing day"));
            return Optional.empty();
        }
        return version.map(day -> new PriceBookFile(name, day, problems).read(bytesOf(file)));
    }

    private static Optional<BillingDay> versionOf(String name) {
        return name.endsWith(SUFFIX)
                ? ValueType.DAY.read(name.substring(0, name.length() - SUFFIX.length()))
                : Optional.empty();
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the price book " + file + "; check its rights", e);
        }
    }
}
