package io.billingcenter.domain.guard;

import io.billingcenter.domain.usage.WorkspaceDay;

/**
 * A finding about the input of a workspace-day.
 *
 * @param subject name of the file; empty for the whole workspace-day
 * @param detail expectation, finding and remedy, for people
 */
public record InputFinding(WorkspaceDay workspaceDay, InputFindingKind kind, String subject, String detail) {}
