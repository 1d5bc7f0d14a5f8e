package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.HoldReason;

/**
 * A fee that cannot be posted yet.
 *
 * @param agreement id of the agreement, whose earlier postings stay unchanged
 * @param detail description of the missing fact
 */
public record FeeHold(String agreement, WorkspaceId workspace, HoldReason reason, String detail) {}
