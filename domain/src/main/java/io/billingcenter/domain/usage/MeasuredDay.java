package io.billingcenter.domain.usage;

import java.math.BigInteger;
import java.util.Map;

/**
 * The measures of a workspace-day as input of rating.
 *
 * @param overLimit whether it has more quarantined records than may be charged
 */
public record MeasuredDay(WorkspaceDay workspaceDay, boolean overLimit, Map<MeasureTier, BigInteger> measures) {}
