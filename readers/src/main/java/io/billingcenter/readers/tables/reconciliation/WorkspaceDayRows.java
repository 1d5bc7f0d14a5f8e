package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.PostedSum;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredHold;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Totals;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one workspace-day, collected table by table. The current reading, revision and rating must be added before the
 * rows that belong to them; rows of a reading or rating that is not there are left out.
 */
final class WorkspaceDayRows {

    private final List<String> currentReadings = new ArrayList<>();
    private final List<String> currentRevisions = new ArrayList<>();
    private final List<String> currentRatings = new ArrayList<>();
    private int highestReading;
    private int highestRevision;
    private int highestRating;
    private WorkspaceDaySnapshot.@Nullable Reading reading;
    private WorkspaceDaySnapshot.@Nullable Revision revision;
    private WorkspaceDaySnapshot.@Nullable Rating rating;
    private final List<PostedSum> postings = new ArrayList<>();
    private final Map<Integer, Totals> read = new HashMap<>();
    private final Map<Integer, Totals> rated = new HashMap<>();
    private Totals posted = Totals.NOTHING;

    /** Returns everything that was collected. */
    WorkspaceDaySnapshot snapshot(WorkspaceDay day) {
        List<WorkspaceDaySnapshot.Versions> versions = new ArrayList<>();
        add(versions, "reading", currentReadings, highestReading);
        add(versions, "revision", currentRevisions, highestRevision);
        add(versions, "rating", currentRatings, highestRating);
        return new WorkspaceDaySnapshot(
                day,
                versions,
                reading == null ? null : withTotals(reading),
                revision,
                rating == null ? null : withTotals(rating),
                new WorkspaceDaySnapshot.Postings(postings, posted));
    }

    private WorkspaceDaySnapshot.Reading withTotals(WorkspaceDaySnapshot.Reading stored) {
        return new WorkspaceDaySnapshot.Reading(
                stored.number(),
                stored.files(),
                stored.unreadableFiles(),
                stored.day(),
                stored.fileTotals(),
                stored.unread(),
                stored.inQuarantine(),
                read.get(stored.number()));
    }

    private WorkspaceDaySnapshot.Rating withTotals(WorkspaceDaySnapshot.Rating stored) {
        return new WorkspaceDaySnapshot.Rating(
                stored.number(),
                stored.revision(),
                stored.outcome(),
                stored.account(),
                stored.settlement(),
                stored.posted(),
                stored.packaged(),
                stored.usage(),
                stored.charges(),
                stored.holds(),
                stored.standing(),
                rated.get(stored.number()));
    }

    private static void add(
            List<WorkspaceDaySnapshot.Versions> versions, String name, List<String> current, int highest) {
        if (highest > 0) {
            versions.add(new WorkspaceDaySnapshot.Versions(
                    name, current.isEmpty() ? "none" : String.join(" and ", current), highest));
        }
    }

    void addReading(ResultSet row) throws SQLException {
        int number = DayReadingTable.READING.get(row);
        highestReading = Math.max(highestReading, number);
        if (DayReadingTable.IS_CURRENT.get(row)) {
            currentReadings.add(Integer.toString(number));
            FileTotals day = new FileTotals(
                    "",
                    false,
                    DayReadingTable.RECORDS.get(row),
                    DayReadingTable.ACCEPTED.get(row),
                    DayReadingTable.DUPLICATES.get(row),
                    DayReadingTable.CONFLICTS.get(row),
                    DayReadingTable.QUARANTINED.get(row));
            reading = new WorkspaceDaySnapshot.Reading(
                    number,
                    DayReadingTable.FILES.get(row),
                    DayReadingTable.UNREADABLE_FILES.get(row),
                    day,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new TreeMap<>(),
                    null);
        }
    }

    void addFile(ResultSet row) throws SQLException {
        if (reading == null) {
            return;
        }
        if (TrafficFileTable.TOTALS.isRead(row)) {
            reading.fileTotals().add(TrafficFileTable.TOTALS.get(row));
        } else {
            reading.unread().add(TrafficFileTable.NAME.get(row));
        }
    }

    /** Adds the number of quarantined records of a file. */
    void addQuarantine(ResultSet row) throws SQLException {
        if (reading != null) {
            reading.inQuarantine().put(QuarantinedRecordTable.FILE.get(row), row.getLong("row_count"));
        }
    }

    void addRevision(ResultSet row) throws SQLException {
        int number = MeteredDayTable.REVISION.get(row);
        highestRevision = Math.max(highestRevision, number);
        if (MeteredDayTable.IS_CURRENT.get(row)) {
            currentRevisions.add(Integer.toString(number));
            revision = new WorkspaceDaySnapshot.Revision(
                    number,
                    MeteredDayTable.CONTENT_DIGEST.get(row),
                    MeteredDayTable.RECORD_HASH.get(row),
                    MeteredDayTable.measures(row));
        }
    }

    void addRating(ResultSet row, PackageDays packages) throws SQLException {
        int number = RatedDayTable.RATING.get(row);
        highestRating = Math.max(highestRating, number);
        if (RatedDayTable.IS_CURRENT.get(row)) {
            currentRatings.add(Integer.toString(number));
            String account = row.getString(RatedDayTable.ACCOUNT_ID.name());
            rating = new WorkspaceDaySnapshot.Rating(
                    number,
                    RatedDayTable.REVISION.get(row),
                    RatedDayTable.OUTCOME.get(row),
                    account,
                    row.getString(RatedDayTable.SETTLEMENT.name()),
                    RatedDayTable.POSTED.get(row),
                    packages.mayCover(account, RatedDayTable.BILLING_DAY.get(row)),
                    RatedDayTable.usage(row),
                    charges(row),
                    new ArrayList<>(),
                    new ArrayList<>(),
                    null);
        }
    }

    private static List<StoredCharge> charges(ResultSet row) throws SQLException {
        return ChargesText.lines(RatedDayTable.CHARGES.getOrNull(row)).stream()
                .map(line -> new StoredCharge(
                        line.charge().tier(),
                        line.charge().quantity(),
                        line.charge().unitPrice(),
                        line.charge().exact().currency().getCurrencyCode(),
                        line.charge().exact().value(),
                        line.amount(),
                        line.charge().priceVersion() != null || line.charge().listPrice() != null))
                .toList();
    }

    void addHold(ResultSet row) throws SQLException {
        if (rating != null) {
            rating.holds()
                    .add(new StoredHold(
                            row.getString(DayHoldTable.REASON.name()),
                            MeterTierColumns.getOrNull(row),
                            DayHoldTable.QUANTITY.getOrNull(row)));
        }
    }

    /** Adds the charges of an earlier rating, which stay posted while the workspace-day is held. */
    void addStandingCharges(ResultSet row) throws SQLException {
        if (rating == null) {
            return;
        }
        String account = row.getString(RatedDayTable.ACCOUNT_ID.name());
        String settlement = row.getString(RatedDayTable.SETTLEMENT.name());
        for (StoredCharge charge : charges(row)) {
            rating.standing()
                    .add(new PostedSum(
                            account,
                            settlement,
                            charge.currency(),
                            charge.tier(),
                            1,
                            charge.quantity(),
                            charge.amount()));
        }
    }

    /** Adds the sum of the postings of an account, a settlement method and a tier. */
    void addPostings(ResultSet row) throws SQLException {
        postings.add(sum(row));
    }

    void addReadTotal(ResultSet row) throws SQLException {
        read.put(ControlTotalTable.VERSION.get(row), total(row));
    }

    void addRatedTotal(ResultSet row) throws SQLException {
        rated.put(ControlTotalTable.VERSION.get(row), total(row));
    }

    void addPostedTotal(ResultSet row) throws SQLException {
        posted = posted.plus(total(row));
    }

    private static PostedSum sum(ResultSet row) throws SQLException {
        return new PostedSum(
                row.getString("account_id"),
                row.getString("settlement"),
                row.getString("currency"),
                MeterTierColumns.get(row),
                row.getLong("row_count"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("amount"));
    }

    private static Totals total(ResultSet row) throws SQLException {
        return new Totals(
                ControlTotalTable.ROW_COUNT.get(row),
                ControlTotalTable.QUANTITY.get(row),
                ControlTotalTable.AMOUNT.get(row));
    }
}
