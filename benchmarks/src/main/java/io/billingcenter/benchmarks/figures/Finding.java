package io.billingcenter.benchmarks.figures;

/**
 * The main figure of a measurement: a row of the summary. All values are texts; an unknown value is a dash.
 *
 * @param label name of the figure
 * @param suite value of the suite
 * @param other value of the counterpart
 * @param ratio ratio of the first to the second
 */
public record Finding(String label, String suite, String other, String ratio) {}
