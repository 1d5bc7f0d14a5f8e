package io.billingcenter.domain.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work amounted to when it was written.
 *
 * @param workspace the workspace, or empty
 * @param day billing day of the unit; where it has none, the day that stands for it
 * @param version number of the reading, rating, ... that it belongs to
 * @param subject what else tells it apart: an agreement, an account, a period; or empty
 * @param currency of the amount; empty where there is no money
 * @param postedDay the day under which it was posted, if it was
 * @param rows how many lines it has
 * @param quantity sum of the quantities, whatever their units: a hash total
 * @param parts rows and digest of each table: see {@code RowDigests}
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

    /** A total without money, of a unit that nothing else tells apart. */
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
