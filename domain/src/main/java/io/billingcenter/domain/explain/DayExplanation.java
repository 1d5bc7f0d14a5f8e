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
 * The complete history of a workspace-day, from its files to its postings.
 *
 * @param plan plan according to the current reference data
 * @param readings readings, oldest first
 * @param files files of the current reading, in file order
 * @param measures measures of the current revision
 * @param ratings ratings, oldest first
 * @param postings postings, oldest first
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

    /** Returns the rating in force. */
    public Optional<RatingExplanation> rating() {
        return ratings.stream().filter(RatingExplanation::current).findFirst();
    }

    /** Returns the reading in force. */
    public Optional<ReadingExplanation> reading() {
        return readings.stream().filter(ReadingExplanation::current).findFirst();
    }
}
