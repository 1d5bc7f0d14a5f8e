/**
 * Amounts of money without loss of precision. Amounts stay exact up to the line, where {@link
 * io.billingcenter.domain.money.ExactAmount#round} turns them into {@link io.billingcenter.domain.money.Money} once.
 */
@NullMarked
package io.billingcenter.domain.money;

import org.jspecify.annotations.NullMarked;
