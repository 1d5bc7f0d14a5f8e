/** Writes the tables that record deliveries and periods due for one. */
@NullMarked
package io.billingcenter.writers.tables.delivery;

import org.jspecify.annotations.NullMarked;
