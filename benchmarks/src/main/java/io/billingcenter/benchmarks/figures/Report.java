package io.billingcenter.benchmarks.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a measurement gave.
 *
 * @param text everything, in Markdown
 * @param findings what it comes down to
 */
public record Report(String text, List<Finding> findings) {

    /** A copy of the list is kept. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** Both, one behind the other. */
    public Report plus(Report other) {
        List<Finding> all =
                Stream.of(findings, other.findings).flatMap(List::stream).toList();
        return new Report(text + "\n" + other.text, all);
    }
}
