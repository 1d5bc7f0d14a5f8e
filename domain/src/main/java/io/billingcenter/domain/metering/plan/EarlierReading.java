package io.billingcenter.domain.metering.plan;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.usage.MeasureTier;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The reading that counts when a workspace-day is read again.
 *
 * @param termsDigest of the terms it was read under
 * @param recordHash of the records it accepted, 32 hex digits
 * @param files totals of its files, in file order
 * @param measures its raw figures, none of them zero
 * @param withdrawn names of files that a person has withdrawn since
 */
public record EarlierReading(
        String termsDigest,
        String recordHash,
        List<FileTotals> files,
        Map<MeasureTier, BigInteger> measures,
        Set<String> withdrawn) {

    /** Digits of an input digest that are the digest of the files; the rest is that of the terms. */
    public static final int FILES_DIGITS = 32;

    /** The digest of the terms out of a digest of files and terms. */
    public static String termsOf(String inputDigest) {
        return inputDigest.substring(Math.min(FILES_DIGITS, inputDigest.length()));
    }
}
