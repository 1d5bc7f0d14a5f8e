/** Checklists and acceptances of closed months: {@link io.billingcenter.writers.tables.invoicing.MonthCloseWriter}. */
@NullMarked
package io.billingcenter.writers.tables.invoicing;

import org.jspecify.annotations.NullMarked;
