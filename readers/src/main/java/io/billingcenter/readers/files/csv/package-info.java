/**
 * Strict readers of the small CSV files that people maintain. The entry point is
 * {@link io.billingcenter.readers.files.csv.CsvTable}. Every fault is a
 * {@link io.billingcenter.readers.files.csv.Problem} with its place, and a file with a fault is refused as a whole.
 */
@NullMarked
package io.billingcenter.readers.files.csv;

import org.jspecify.annotations.NullMarked;
