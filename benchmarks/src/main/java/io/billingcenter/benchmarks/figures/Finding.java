package io.billingcenter.benchmarks.figures;

/**
 * What a measurement comes down to: a row of the summary. All are texts; what is not known is a dash.
 *
 * @param label the figure
 * @param suite it, of the suite
 * @param other it, of what the suite is held against
 * @param ratio the first by the second
 */
public record Finding(String label, String suite, String other, String ratio) {}
