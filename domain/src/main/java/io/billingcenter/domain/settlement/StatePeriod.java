package io.billingcenter.domain.settlement;

import io.billingcenter.domain.time.BillingDay;

/**
 * How an account stands from a day on, until a period with a higher number says otherwise.
 *
 * @param number from 1 within the wallet; of the periods that have begun, the highest number is in force
 */
public record StatePeriod(int number, AccountStatus status, BillingDay from) {}
