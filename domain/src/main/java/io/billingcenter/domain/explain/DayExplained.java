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
public record DayExplained(
        WorkspaceDay workspaceDay,
        Plan plan,
        List<ReadingExplained> readings,
        List<FileTotals> files,
        SortedMap<MeasureTier, BigInteger> measures,
        List<RatingExplained> ratings,
        List<PostingExplained> postings)
        implements Explanation {

    /** The rating in force. */
    public Optional<RatingExplained> rating() {
        return ratings.stream().filter(RatingExplained::current).findFirst();
    }

    /** The reading in force. */
    public Optional<ReadingExplained> reading() {
        return readings.stream().filter(ReadingExplained::current).findFirst();
    }
}
