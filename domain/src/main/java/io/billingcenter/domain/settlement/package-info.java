/**
 * How bills are paid (billing rules 6): start with {@link io.billingcenter.domain.settlement.Settlement}, which lets news
 * take effect on a wallet day by day. What an account pays with (6.2) are {@link
 * io.billingcenter.domain.settlement.Voucher}, {@link io.billingcenter.domain.settlement.PrepaidCard} and money that was
 * paid in, {@link io.billingcenter.domain.settlement.Recharge}; what moved is a {@link
 * io.billingcenter.domain.settlement.LedgerEntry}.
 */
@NullMarked
package io.billingcenter.domain.settlement;

import org.jspecify.annotations.NullMarked;
