package io.billingcenter.domain.billing;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;

/** The postings made for a rating of a workspace-day; empty if nothing has changed. */
public record PostedDay(WorkspaceDay workspaceDay, int ratingNumber, List<Posting> postings) {}
