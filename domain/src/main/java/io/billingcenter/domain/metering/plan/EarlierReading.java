package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.usage.MeasureTier;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reading currently in force for a workspace-day that is read again.
 *
 * @param termsDigest digest of the terms it was read under
 * @param recordHash hash of the records it accepted, 32 hex digits
 * @param files totals of its files, in file order
 * @param measures its measures, none of them zero
 * @param withdrawn names of files that a person has withdrawn since
 */
public record EarlierReading(
        String termsDigest,
        String recordHash,
        List<FileTotals> files,
        Map<MeasureTier, BigInteger> measures,
        Set<String> withdrawn) {

    /**
     * The number of digits of an input digest that form the digest of the files; the remaining digits are the digest of
     * the terms.
     */
    public static final int FILES_DIGITS = 32;

    /** Returns the digest of the terms that is part of an input digest. */
    public static String termsOf(String inputDigest) {
        return inputDigest.substring(Math.min(FILES_DIGITS, inputDigest.length()));
    }
}
