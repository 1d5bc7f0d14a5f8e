/**
 * What a billing account pays with (billing rules 6.2): {@link io.billingcenter.domain.settlement.Voucher},
 * {@link io.billingcenter.domain.settlement.PrepaidCard} and money that was paid in,
 * {@link io.billingcenter.domain.settlement.Recharge}.
 */
@NullMarked
package io.billingcenter.domain.settlement;

import org.jspecify.annotations.NullMarked;
