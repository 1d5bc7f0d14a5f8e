package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * An instrument in a wallet.
 *
 * @param balance what is left of it, at least nothing
 * @param expiries how often a rest of it became void: more than once when something was given back after its expiry
 */
public record InstrumentBalance(Instrument instrument, Money balance, int expiries) {}
