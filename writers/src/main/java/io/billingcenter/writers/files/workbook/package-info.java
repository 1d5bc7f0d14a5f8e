/**
 * Workbooks for spreadsheet programs: {@link io.billingcenter.writers.files.workbook.XlsxFile} writes any, and {@link
 * io.billingcenter.writers.files.workbook.MonthWorkbook} that of a month.
 */
@NullMarked
package io.billingcenter.writers.files.workbook;

import org.jspecify.annotations.NullMarked;
