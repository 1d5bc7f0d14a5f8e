/** Checklists and acceptances of closed months: {@link io.billingcenter.writers.tables.invoicing.MonthCloseTable}. */
@NullMarked
package io.billingcenter.writers.tables.invoicing;

import org.jspecify.annotations.NullMarked;
