package io.billingcenter.domain.pricing;

import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.Map;

/**
 * A workspace-day whose revision or terms have changed since it was rated.
 *
 * @param revision current revision of its measures
 * @param rating number of the rating to be made, from 1
 * @param overLimit whether it has more bad records than may be charged
 * @param termsDigest SHA-256 of the terms it is rated under
 * @param drawdown what packages take off it
 */
public record RatingWork(
        WorkspaceDay workspaceDay,
        int revision,
        int rating,
        boolean overLimit,
        String termsDigest,
        Map<MeasureTier, BigInteger> measures,
        QuotaDrawdown drawdown) {}
