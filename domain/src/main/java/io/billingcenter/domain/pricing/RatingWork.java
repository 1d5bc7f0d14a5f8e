package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.Map;

/**
 * A workspace-day whose revision or terms have changed since it was last rated.
 *
 * @param revision current revision of its measures
 * @param rating number of the next rating, from 1
 * @param overLimit whether it has more quarantined records than may be charged
 * @param termsDigest SHA-256 digest of the terms of the rating
 * @param drawdown quota drawn down from packages
 */
public record RatingWork(
        WorkspaceDay workspaceDay,
        int revision,
        int rating,
        boolean overLimit,
        String termsDigest,
        Map<MeasureTier, BigInteger> measures,
        QuotaDrawdown drawdown) {}
