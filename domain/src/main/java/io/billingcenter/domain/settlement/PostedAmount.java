package io.billingcenter.domain.settlement;

import io.billingcenter.domain.money.Money;

/**
 * An amount that a run posted for a line of a bill.
 *
 * @param run number of the run; later runs have higher numbers
 */
public record PostedAmount(LineKey line, long run, Money amount) {}
