package io.billingcenter.domain.guard;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A person's statement that cells are known: they give neither a status nor a reason against closing, and stay held.
 *
 * @param workspace id; empty for all workspaces
 * @param from first billing day; null for any
 * @param until last billing day of cells to come; null for the cells that exist now
 * @param reason of a hold, or the kind of a finding
 * @param meter code; empty for all meters
 * @param note why, in the words of the person
 */
public record Acknowledgement(
        String workspace,
        @Nullable BillingDay from,
        @Nullable BillingDay until,
        String reason,
        String meter,
        String note,
        Consent.Given by) {}
