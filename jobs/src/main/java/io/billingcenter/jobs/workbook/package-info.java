/** The workbook of a closed month: {@link io.billingcenter.jobs.workbook.WorkbookMaker}. */
@NullMarked
package io.billingcenter.jobs.workbook;

import org.jspecify.annotations.NullMarked;
