/**
 * Money that refuses to lose a cent: start with {@link io.billingcenter.domain.money.Money}. Amounts stay exact until
 * the line, where {@link io.billingcenter.domain.money.ExactAmount#round} turns them into money, once.
 */
@NullMarked
package io.billingcenter.domain.money;

import org.jspecify.annotations.NullMarked;
