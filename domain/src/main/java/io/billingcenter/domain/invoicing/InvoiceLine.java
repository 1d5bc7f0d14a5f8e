package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The sum of a month's postings for one workspace, tier and kind.
 *
 * @param workspace null for amounts the account owes without a workspace: packages and traffic packs
 * @param tier null for amounts that are not the quantity of a single meter: packages
 */
public record InvoiceLine(
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier,
        PostingKind kind,
        BigDecimal quantity,
        Money amount) {}
