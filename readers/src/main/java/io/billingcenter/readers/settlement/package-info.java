/**
 * The wallets for which something is to be done: start with {@link io.billingcenter.readers.settlement.AccountWorkReader}.
 */
@NullMarked
package io.billingcenter.readers.settlement;

import org.jspecify.annotations.NullMarked;
