package io.billingcenter.samples.oracle;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Price books and a course of events: what arrives, which nights run, which months are closed. */
public final class World {

    /** Something that happens. */
    public sealed interface Step {}

    /** New reference data and new reports. */
    record Arrival(Reference reference, List<Item> items) implements Step {}

    /** A run for a day. */
    public record Night(LocalDate day) implements Step {}

    /** A settlement alone, when nights were missed. */
    public record Settle(LocalDate day) implements Step {}

    /** The close of a month, with the date of its invoices. */
    public record Close(YearMonth month, LocalDate issued) implements Step {
        Close(YearMonth month) {
            this(month, month.plusMonths(1).atDay(5));
        }
    }

    final PriceBooks books = new PriceBooks();
    final Rules rules = Rules.SHIPPED;
    final List<Step> steps = new ArrayList<>();

    /** True when every account always has more than it is charged. */
    boolean solvent;

    /** What happens, in order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Puts the price books where the suite finds them. */
    public void writePriceBooks(Path folder) throws IOException {
        Folders.writePriceBooks(folder, books);
    }

    /** Performs an arrival in the folders of the suite. */
    public void arrive(Step step, Path reference, Path traffic) throws IOException {
        if (step instanceof Arrival arrival) {
            Folders.writeReference(reference, arrival.reference());
            Folders.writeTraffic(traffic, arrival.items(), "at-" + steps.indexOf(step));
        }
    }

    /** What the calculator expects in the delivered files: rows by file name, sorted as texts. */
    public Map<String, List<String>> expected() {
        Calculator calculator = new Calculator(books, rules);
        calculator.solvent = solvent;
        Reference reference = new Reference();
        List<Item> items = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Arrival arrival) {
                reference = arrival.reference();
                items.addAll(arrival.items());
            } else if (step instanceof Night night) {
                calculator.night(night.day(), reference, items);
            } else if (step instanceof Settle settle) {
                calculator.settle(settle.day(), reference);
            } else if (step instanceof Close close) {
                calculator.close(close.month(), reference, new InvoiceRows.Issue(close.issued(), Map.of()));
            }
        }
        Map<String, List<String>> files = new TreeMap<>();
        files.put("bill-lines.csv", sorted(calculator.billLines()));
        files.put("settlement.csv", sorted(calculator.settlements()));
        files.put("holds.csv", sorted(calculator.holds()));
        files.put("invoices.csv", sorted(calculator.invoices));
        files.put("invoice-lines.csv", sorted(calculator.invoiceDetails));
        return files;
    }

    private static List<String> sorted(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(",", row))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
