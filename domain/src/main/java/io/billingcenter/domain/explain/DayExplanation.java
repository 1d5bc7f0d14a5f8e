package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Everything about a workspace-day: from its files to its postings.
 *
 * @param plan by the reference data of now
 * @param readings oldest first
 * @param files of the current reading, in file order
 * @param measures of the current revision
 * @param ratings oldest first
 * @param postings oldest first
 */
public record DayExplanation(
        WorkspaceDay workspaceDay,
        Plan plan,
        List<ReadingExplanation> readings,
        List<FileTotals> files,
        SortedMap<MeasureTier, BigInteger> measures,
        List<RatingExplanation> ratings,
        List<PostingExplanation> postings)
        implements Explanation {

    /** The rating in force. */
    public Optional<RatingExplanation> rating() {
        return ratings.stream().filter(RatingExplanation::current).findFirst();
    }

    /** The reading in force. */
    public Optional<ReadingExplanation> reading() {
        return readings.stream().filter(ReadingExplanation::current).findFirst();
    }
}
