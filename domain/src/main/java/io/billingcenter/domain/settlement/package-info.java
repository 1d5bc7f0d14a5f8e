/**
 * Settlement of daily bills (billing rules 6). The entry point is {@link
 * io.billingcenter.domain.settlement.Settlement}, which applies events to a wallet day by day. An account pays with a
 * {@link io.billingcenter.domain.settlement.Voucher}, a {@link io.billingcenter.domain.settlement.PrepaidCard} or cash
 * from a {@link io.billingcenter.domain.settlement.Recharge} (6.2); each transfer is recorded as a {@link
 * io.billingcenter.domain.settlement.LedgerEntry}.
 */
@NullMarked
package io.billingcenter.domain.settlement;

import org.jspecify.annotations.NullMarked;
