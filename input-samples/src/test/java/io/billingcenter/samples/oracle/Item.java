package io.billingcenter.samples.oracle;

import java.time.LocalDate;

/**
 * Something a workspace reported: one metering row or one record.
 *
 * @param id its record id
 * @param hour of the billing day
 * @param source the project of a metering row, or {@code csv:} and the kind of a record
 * @param subject the sub-project or subject; for what is counted by entity, the entity
 * @param number the count that matters
 */
record Item(String id, String workspace, LocalDate day, int hour, String source, String subject, long number) {}
