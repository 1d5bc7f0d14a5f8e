package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Usage;
import java.util.List;

/** The usage of a workspace-day with its rating. */
public record RatedDay(RatingWork work, List<Usage> usage, Rating rating) {}
