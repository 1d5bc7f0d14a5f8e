package io.billingcenter.readers.tables.explain;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.RatingExplanation;
import io.billingcenter.domain.explain.ReadingExplanation;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.archive.DayDetails;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.RowMapper;

/** Reads a workspace-day with all its readings and ratings. */
final class DayRows {

    private static final String OF_DAY = " WHERE " + WorkspaceDayColumns.CONDITION + " ";

    private final DayDetails details;
    private final AccountDirectory directory;
    private final PostingsExplained postings;

    DayRows(DayDetails details, AccountDirectory directory, PostingsExplained postings) {
        this.details = details;
        this.directory = directory;
        this.postings = postings;
    }

    Optional<DayExplanation> find(WorkspaceDay day) {
        List<ReadingExplanation> readings =
                query(DayReadingTable.TABLE.select() + OF_DAY + "ORDER BY reading", (row, n) -> reading(row, day), day);
        if (readings.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DayExplanation(
                day,
                directory.plan(day.workspace(), day.day()),
                readings,
                files(day, readings),
                measures(day),
                ratings(day),
                postings.ofWorkspaceDay(day)));
    }

    /** Returns the totals of the files of the current reading, in file order. */
    private List<FileTotals> files(WorkspaceDay day, List<ReadingExplanation> readings) {
        int current = readings.stream()
                .filter(ReadingExplanation::current)
                .mapToInt(ReadingExplanation::reading)
                .findFirst()
                .orElse(0);
        List<FileTotals> files = details.of(day)
                .query(
                        TrafficFileTable.TABLE.select() + OF_DAY + "AND reading = ?",
                        (row, n) -> TrafficFileTable.TOTALS.get(row),
                        day.workspace().value(),
                        day.day().date(),
                        current);
        List<FileTotals> ordered = new ArrayList<>(files);
        ordered.sort(Comparator.comparing(FileTotals::file, TrafficFileOrder.COMPARATOR));
        return List.copyOf(ordered);
    }

    private SortedMap<MeasureTier, BigInteger> measures(WorkspaceDay day) {
        return query(
                        MeteredDayTable.TABLE.select() + OF_DAY + "AND is_current = TRUE",
                        (row, n) -> MeteredDayTable.measures(row),
                        day)
                .stream()
                .findFirst()
                .orElseGet(TreeMap::new);
    }

    private List<RatingExplanation> ratings(WorkspaceDay day) {
        Map<Integer, List<Hold>> holds = byRating(
                DayHoldTable.TABLE.select() + OF_DAY + "ORDER BY reason, meter, retention_days",
                (row, n) -> DayHoldTable.hold(row),
                day);
        return query(
                RatedDayTable.TABLE.select() + OF_DAY + "ORDER BY rating",
                (row, n) -> new RatingExplanation(
                        RatedDayTable.RATING.get(row),
                        RatedDayTable.REVISION.get(row),
                        RatedDayTable.OUTCOME.get(row),
                        RatedDayTable.ACCOUNT_ID.getOrNull(row),
                        RatedDayTable.SETTLEMENT.getOrNull(row),
                        RatedDayTable.IS_CURRENT.get(row),
                        RatedDayTable.usage(row).stream().sorted(Usage.ORDER).toList(),
                        RatedDayTable.charges(row).stream()
                                .sorted(Comparator.comparing(Charge::tier))
                                .toList(),
                        holds.getOrDefault(RatedDayTable.RATING.get(row), List.of())),
                day);
    }

    private <T> Map<Integer, List<T>> byRating(String sql, RowMapper<T> mapper, WorkspaceDay day) {
        Map<Integer, List<T>> found = new HashMap<>();
        details.of(day)
                .query(
                        sql,
                        row -> {
                            found.computeIfAbsent(RatedDayTable.RATING.get(row), key -> new ArrayList<>())
                                    .add(mapper.mapRow(row, 0));
                        },
                        day.workspace().value(),
                        day.day().date());
        return found;
    }

    private <T> List<T> query(String sql, RowMapper<T> mapper, WorkspaceDay day) {
        return details.of(day)
                .query(sql, mapper, day.workspace().value(), day.day().date());
    }

    private ReadingExplanation reading(ResultSet row, WorkspaceDay day) throws SQLException {
        boolean current = DayReadingTable.IS_CURRENT.get(row);
        boolean isAnyQuarantined = DayReadingTable.CONFLICTS.get(row) + DayReadingTable.QUARANTINED.get(row) > 0;
        return new ReadingExplanation(
                DayReadingTable.READING.get(row),
                DayReadingTable.REVISION.get(row),
                current,
                DayReadingTable.FILES.get(row),
                DayReadingTable.UNREADABLE_FILES.get(row),
                DayReadingTable.RECORDS.get(row),
                DayReadingTable.ACCEPTED.get(row),
                DayReadingTable.DUPLICATES.get(row),
                DayReadingTable.CONFLICTS.get(row),
                DayReadingTable.QUARANTINED.get(row),
                current && isAnyQuarantined ? repaired(day) : 0);
    }

    private long repaired(WorkspaceDay day) {
        return new RepairedCounts(details.of(day))
                .of(new DayRange(day.day(), day.day().plusDays(1)))
                .getOrDefault(day, 0L);
    }
}
