package io.billingcenter.domain.guard;

import io.billingcenter.domain.usage.WorkspaceDay;

/**
 * Input of a workspace-day that is not as expected.
 *
 * @param subject name of the file; empty for the whole workspace-day
 * @param detail what was expected and found, and what to do, for people
 */
public record InputFinding(WorkspaceDay workspaceDay, InputFindingKind kind, String subject, String detail) {}
