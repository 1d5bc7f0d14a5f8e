package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A person's statement that cells are known. Acknowledged cells stay held, but neither affect the exit status nor block
 * the close of a month.
 *
 * @param workspace id of the workspace; empty for all
 * @param from first billing day; null for any
 * @param until last billing day, covering future cells as well; null to cover only the cells that exist now
 * @param reason reason of a hold, or kind of a finding
 * @param meter code of the meter; empty for all
 * @param note explanation in the person's words
 */
public record Acknowledgement(
        String workspace,
        @Nullable BillingDay from,
        @Nullable BillingDay until,
        String reason,
        String meter,
        String note,
        Consent.Given by) {}
