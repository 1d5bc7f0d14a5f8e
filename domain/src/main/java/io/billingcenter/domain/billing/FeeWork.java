package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/**
 * A billing day whose fees are looked at.
 *
 * @param before every fee posting of the day so far, oldest first
 */
public record FeeWork(BillingDay day, List<FeePosting> before) {}
