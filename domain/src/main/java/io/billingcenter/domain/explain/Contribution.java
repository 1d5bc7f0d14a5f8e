package io.billingcenter.domain.explain;

import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.math.BigInteger;

/**
 * What a record brings to a measure: how much higher the measure is with it than without it, given the records before.
 * So the first record of a series brings one, a longer stay of the same session what it weighs more.
 *
 * @param amount above 0
 */
public record Contribution(RecordPlace place, MeasureTier measure, BigInteger amount) {}
