package io.billingcenter.benchmarks.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * The result of a measurement.
 *
 * @param text everything, in Markdown
 * @param findings the main figures
 */
public record Report(String text, List<Finding> findings) {

    /** Keeps a copy of the list. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** Returns both reports, one after the other. */
    public Report plus(Report other) {
        List<Finding> all =
                Stream.of(findings, other.findings).flatMap(List::stream).toList();
        return new Report(text + "\n" + other.text, all);
    }
}
