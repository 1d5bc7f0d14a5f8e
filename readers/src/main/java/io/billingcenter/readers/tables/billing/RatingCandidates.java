package io.billingcenter.readers.tables.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the current revisions of a billing day with their ratings. Each table is read by an index that begins with the
 * billing day, so that the cost does not depend on the number of other days.
 */
final class RatingCandidates {

    /**
     * A workspace-day that may have to be rated.
     *
     * @param ratedRevision revision that was rated last; 0 if there is none
     * @param lastRating number of the last rating; 0 if there is none
     * @param ratedTerms digest of the terms of the last rating, if there is one
     */
    record Candidate(
            WorkspaceDay workspaceDay,
            int revision,
            boolean overLimit,
            int ratedRevision,
            int lastRating,
            @Nullable String ratedTerms) {}

    private record LastRating(
            int rating, int revision, @Nullable String terms) {}

    private record Revision(String workspace, int number) {}

    private static final LastRating NEVER_RATED = new LastRating(0, 0, null);

    private static final String OF_DAY =
            " WHERE billing_day = ? AND workspace_id >= ? AND workspace_id <= ? AND is_current = TRUE";

    private static final String REVISIONS = "SELECT workspace_id, revision FROM metered_day" + OF_DAY
            + " ORDER BY workspace_id FETCH FIRST {rows} ROWS ONLY";

    private static final String RATINGS = "SELECT workspace_id, rating, revision, terms_digest FROM rated_day" + OF_DAY;

    private final JdbcTemplate jdbc;
    private final QuarantineLimitCheck verdict;
    private final int rows;
    private final String revisions;

    /**
     * Reads from that database.
     *
     * @param rows most workspace-days that are returned at once
     */
    RatingCandidates(JdbcTemplate jdbc, QuarantineLimitCheck verdict, int rows) {
        this.jdbc = jdbc;
        this.verdict = verdict;
        this.rows = rows;
        this.revisions = REVISIONS.replace("{rows}", Integer.toString(rows));
    }

    /** Returns whether that many workspace-days may be followed by others of the day and the range. */
    boolean mayBeFollowed(List<Candidate> candidates) {
        return candidates.size() == rows;
    }

    /** Returns the first workspace-days of the day and the range, by workspace. */
    List<Candidate> of(BillingDay day, WorkspaceRange range) {
        List<Revision> current = jdbc.query(
                revisions,
                (row, number) ->
                        new Revision(MeteredDayTable.WORKSPACE_ID.get(row).value(), MeteredDayTable.REVISION.get(row)),
                day.date(),
                range.first(),
                range.last());
        if (current.isEmpty()) {
            return List.of();
        }
        WorkspaceRange found = new WorkspaceRange(
                current.get(0).workspace(), current.get(current.size() - 1).workspace());
        Set<WorkspaceDay> overLimit = verdict.overLimit(day, found);
        Map<String, LastRating> ratings = ratings(day, found);
        List<Candidate> candidates = new ArrayList<>(current.size());
        for (Revision revision : current) {
            WorkspaceDay workspaceDay = new WorkspaceDay(new WorkspaceId(revision.workspace()), day);
            LastRating last = ratings.getOrDefault(revision.workspace(), NEVER_RATED);
            candidates.add(new Candidate(
                    workspaceDay,
                    revision.number(),
                    overLimit.contains(workspaceDay),
                    last.revision(),
                    last.rating(),
                    last.terms()));
        }
        return candidates;
    }

    private Map<String, LastRating> ratings(BillingDay day, WorkspaceRange range) {
        Map<String, LastRating> ratings = new HashMap<>();
        jdbc.query(
                RATINGS,
                row -> {
                    ratings.put(
                            RatedDayTable.WORKSPACE_ID.get(row).value(),
                            new LastRating(
                                    RatedDayTable.RATING.get(row),
                                    RatedDayTable.REVISION.get(row),
                                    RatedDayTable.TERMS_DIGEST.get(row)));
                },
                day.date(),
                range.first(),
                range.last());
        return ratings;
    }
}
