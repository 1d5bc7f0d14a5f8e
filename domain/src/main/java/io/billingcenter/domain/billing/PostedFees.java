package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/** The postings that the fees of a billing day gave, none when nothing changed, and what is held. */
public record PostedFees(BillingDay day, List<FeePosting> postings, List<FeeHold> holds) {}
