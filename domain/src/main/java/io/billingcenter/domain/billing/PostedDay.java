package io.billingcenter.domain.billing;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;

/** The postings that a rating of a workspace-day gave; none when nothing changed. */
public record PostedDay(WorkspaceDay workspaceDay, int ratingNumber, List<Posting> postings) {}
