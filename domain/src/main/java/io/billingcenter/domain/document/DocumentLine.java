package io.billingcenter.domain.document;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.usage.MeterTier;
import org.jspecify.annotations.Nullable;

/**
 * The part of an invoice line with one unit price and one billing day, with the name of its workspace.
 *
 * @param workspace null for amounts that the account owes without a workspace
 * @param name name of the workspace; empty without one
 * @param tier null for an amount that is not the quantity of a single meter
 */
public record DocumentLine(
        @Nullable WorkspaceId workspace,
        String name,
        @Nullable MeterTier tier,
        PostingKind kind,
        LineDetail detail) {}
