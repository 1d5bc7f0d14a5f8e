package io.billingcenter.domain.billing;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;

/** The postings made for the fees of a billing day, empty if nothing has changed, and the fees held. */
public record PostedFees(BillingDay day, List<FeePosting> postings, List<FeeHold> holds) {}
