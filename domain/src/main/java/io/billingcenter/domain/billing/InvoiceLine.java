package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.MeterTier;
import java.math.BigDecimal;

/** The postings of a month for one workspace, tier and kind, added up. */
public record InvoiceLine(WorkspaceId workspace, MeterTier tier, PostingKind kind, BigDecimal quantity, Money amount) {}
