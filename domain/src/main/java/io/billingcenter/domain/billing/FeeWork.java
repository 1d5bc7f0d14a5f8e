package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * The earlier fee postings of a billing day, as input of {@link FeeCalculator}.
 *
 * @param before all fee postings of the day so far, oldest first
 */
public record FeeWork(BillingDay day, List<FeePosting> before) {}
