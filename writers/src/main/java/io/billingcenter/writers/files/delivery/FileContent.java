package io.billingcenter.writers.files.delivery;

import java.util.List;

/**
 * The content of a file in figures; two files with equal content have the same bytes.
 *
 * @param rows number of rows without the header
 * @param sha256 lower-case hex digits
 * @param control sums of the money columns
 * @param firstKey cells of the key columns of the first row; empty if there is no row
 * @param lastKey the same of the last row
 */
record FileContent(
        long rows, long bytes, String sha256, List<ControlSum> control, List<String> firstKey, List<String> lastKey) {

    /**
     * The sum of a money column in one currency.
     *
     * @param sum a plain decimal
     */
    record ControlSum(String column, String currency, String sum) {}
}
