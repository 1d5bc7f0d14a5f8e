/** What a person accepted when a month was closed: {@link io.billingcenter.writers.close.MonthCloseTable}. */
@NullMarked
package io.billingcenter.writers.close;

import org.jspecify.annotations.NullMarked;
