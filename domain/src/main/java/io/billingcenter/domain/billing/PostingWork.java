package io.billingcenter.domain.billing;

import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;

/**
 * A rated workspace-day that has not been posted yet.
 *
 * @param ratingNumber number of the rating
 * @param before its earlier postings, oldest first
 */
public record PostingWork(WorkspaceDay workspaceDay, int ratingNumber, Rating rating, List<Posting> before) {}
