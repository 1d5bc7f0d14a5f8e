package io.billingcenter.domain.explain;

import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.RecordPlace;
import java.math.BigInteger;

/**
 * The contribution of a record to a measure: the increase that the record causes, given the records before it. The
 * first record of a series contributes 1; a longer stay in a session contributes the increase of the session's weight.
 *
 * @param amount increase, above 0
 */
public record Contribution(RecordPlace place, MeasureTier measure, BigInteger amount) {}
