/** The workbook of a closed month: its sheets are {@link io.billingcenter.domain.workbook.WorkbookSheet}. */
@NullMarked
package io.billingcenter.domain.workbook;

import org.jspecify.annotations.NullMarked;
