/** Checklists and acceptances of closed months: {@link io.billingcenter.writers.close.MonthCloseTable}. */
@NullMarked
package io.billingcenter.writers.close;

import org.jspecify.annotations.NullMarked;
