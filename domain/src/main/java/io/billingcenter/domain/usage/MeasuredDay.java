package io.billingcenter.domain.usage;

import java.math.BigInteger;
import java.util.Map;

/**
 * A workspace-day as it was measured.
 *
 * @param overLimit whether it has more bad records than may be charged
 */
public record MeasuredDay(WorkspaceDay workspaceDay, boolean overLimit, Map<MeasureTier, BigInteger> measures) {}
