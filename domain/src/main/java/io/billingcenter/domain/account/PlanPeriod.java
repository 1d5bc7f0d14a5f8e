package io.billingcenter.domain.account;

import io.billingcenter.domain.time.DayRange;

/** The plan of a workspace for a range of billing days. */
public record PlanPeriod(WorkspaceId workspace, Plan plan, DayRange days) {}
