package io.billingcenter.domain.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.HoldReason;

/**
 * A fee that cannot be posted yet.
 *
 * @param agreement whose postings stay as they are
 * @param detail what is missing, for people
 */
public record FeeHold(String agreement, WorkspaceId workspace, HoldReason reason, String detail) {}
