package io.billingcenter.domain.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The totals of a unit of work, recorded when it was written.
 *
 * @param workspace id of the workspace; empty if there is none
 * @param day billing day of the unit, or the day that represents it
 * @param version number of the reading, rating or other unit
 * @param subject additional part of the identity, such as an agreement, an account or a period; may be empty
 * @param currency currency of the amount; empty if there is no money
 * @param postedDay day under which the unit was posted; null if it was not
 * @param rows number of lines
 * @param quantity sum of the quantities regardless of their units, as a hash total
 * @param parts row counts and digests by table, as one text
 */
public record ControlTotal(
        ControlStage stage,
        String workspace,
        LocalDate day,
        int version,
        String subject,
        String currency,
        @Nullable LocalDate postedDay,
        long rows,
        BigDecimal quantity,
        BigDecimal amount,
        String parts) {

    /** Returns a total without money for a unit that needs no additional subject. */
    public static ControlTotal of(
            ControlStage stage,
            String workspace,
            LocalDate day,
            int version,
            long rows,
            BigDecimal quantity,
            String parts) {
        return new ControlTotal(stage, workspace, day, version, "", "", null, rows, quantity, BigDecimal.ZERO, parts);
    }
}
