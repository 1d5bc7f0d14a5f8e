package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The postings of a month for one workspace, tier and kind, added up.
 *
 * @param workspace null for what the account owes without one: packages and traffic packs
 * @param tier null for what is no quantity of one meter: packages
 */
public record InvoiceLine(
        @Nullable WorkspaceId workspace,
        @Nullable MeterTier tier,
        PostingKind kind,
        BigDecimal quantity,
        Money amount) {}
