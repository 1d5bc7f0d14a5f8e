package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.Usage;
import java.util.List;

/** What a workspace-day used, and what becomes of it. */
public record RatedDay(RatingWork work, List<Usage> usage, Rating rating) {}
