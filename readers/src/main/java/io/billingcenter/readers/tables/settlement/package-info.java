/**
 * Wallets that are to be settled: start with {@link io.billingcenter.readers.tables.settlement.AccountWorkReader}.
 */
@NullMarked
package io.billingcenter.readers.tables.settlement;

import org.jspecify.annotations.NullMarked;
