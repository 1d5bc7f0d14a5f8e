package io.billingcenter.domain.usage;

/**
 * A well-formed hourly metering row (billing rules 1.4).
 *
 * @param idHigh fingerprint of {@code __docid}, upper half
 * @param idLow fingerprint of {@code __docid}, lower half
 * @param contentHigh fingerprint of the JSON value, upper half
 * @param contentLow fingerprint of the JSON value, lower half
 * @param projectName the row's {@code project}
 * @param project meaning of the project
 * @param subProject log index, measurement or kind of data; may be empty
 * @param hour hour of the billing day, from 0
 * @param figure {@code hour_count} of an incremental project or {@code count} of a full one; at least 0
 * @param line line number of the row, from 1
 * @param offset byte offset of the row, from 0
 */
public record MeteringRow(
        long idHigh,
        long idLow,
        long contentHigh,
        long contentLow,
        String projectName,
        MeteringProject project,
        String subProject,
        int hour,
        long figure,
        long line,
        long offset) {}
