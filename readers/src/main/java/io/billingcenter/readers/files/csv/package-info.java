/**
 * Small CSV files that people keep, read strictly: start with {@link io.billingcenter.readers.files.csv.CsvTable}. Every fault is
 * a {@link io.billingcenter.readers.files.csv.Problem} with its place, and a file with one is refused as a whole.
 */
@NullMarked
package io.billingcenter.readers.files.csv;

import org.jspecify.annotations.NullMarked;
