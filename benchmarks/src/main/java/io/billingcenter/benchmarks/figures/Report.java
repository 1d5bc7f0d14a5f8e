package io.billingcenter.benchmarks.figures;

import java.util.List;

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
}
