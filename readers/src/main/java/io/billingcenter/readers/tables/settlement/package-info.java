/**
 * The wallets for which something is to be done: start with {@link io.billingcenter.readers.tables.settlement.AccountWorkReader}.
 */
@NullMarked
package io.billingcenter.readers.tables.settlement;

import org.jspecify.annotations.NullMarked;
