package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * The balance of an instrument in a wallet.
 *
 * @param balance amount left, at least 0
 * @param expiries number of times that a remaining amount has expired; more than one if money was refunded after
 *     the expiry
 */
public record InstrumentBalance(Instrument instrument, Money balance, int expiries) {}
