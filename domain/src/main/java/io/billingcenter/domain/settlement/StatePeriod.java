package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;

/**
 * The standing of an account from a day on, until the period with the next number starts.
 *
 * @param number number of the period within the wallet, from 1; of the periods that have started, the one with the
 *     highest number is in force
 */
public record StatePeriod(int number, AccountStatus status, BillingDay from) {}
