/** What settlement leaves in the tables: start with {@link io.billingcenter.writers.settlement.AccountResultWriter}. */
@NullMarked
package io.billingcenter.writers.settlement;

import org.jspecify.annotations.NullMarked;
