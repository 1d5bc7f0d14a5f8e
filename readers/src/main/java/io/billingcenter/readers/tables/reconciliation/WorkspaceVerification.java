package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.billing.ChargeTable;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.billing.RaisedAlertTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageTable;
import io.billingcenter.schema.billing.UsageText;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeasureTable;
import io.billingcenter.schema.metering.MeasuresText;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Compares the readings, ratings, postings and alerts of some workspaces with their control totals. */
final class WorkspaceVerification {

    private static final int HALF_A_DIGEST = 32;

    /** The digest of measures does not depend on their workspace-day. */
    private static final WorkspaceDay NOWHERE =
            new WorkspaceDay(new WorkspaceId("none"), BillingDay.parse("2000-01-01"));

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;
    private final Range range;
    private final UnitComparison units;
    /** True for a database of an older program, which kept measures, usage and charges in tables of their own. */
    private final boolean hasTablesOfFacts;

    WorkspaceVerification(JdbcTemplate jdbc, ReconciliationResult result, Range range) {
        this.jdbc = jdbc;
        this.result = result;
        this.range = range;
        this.units = new UnitComparison(jdbc, result);
        this.hasTablesOfFacts = TableNames.hasBaseTable(jdbc, MeasureTable.TABLE.name());
    }

    void verify() {
        addTotalsOfDetails("read", row -> total(row) + " reading " + row.getInt("version"));
        addTotalsOfDetails("rated", row -> total(row) + " rating " + row.getInt("version"));
        addTotals(
                "posted",
                row -> total(row) + " posting of rating " + row.getInt("version") + " " + row.getString("currency"));
        addTotals("alert", row -> total(row) + " alert " + row.getString("subject") + " " + row.getString("currency"));
        verifyReadings();
        verifyRatings();
        addRows(DayHoldTable.TABLE, WorkspaceVerification::rating);
        // Fees have an agreement; they are compared day by day. Credits are compared with their credit notes.
        units.addRows(
                PostingTable.TABLE,
                row -> WorkspaceDayColumns.get(row) + " posting of rating " + row.getInt("rating") + " "
                        + row.getString("currency"),
                ofRange() + " AND agreement_id = '' AND kind <> 'credit'",
                range.arguments());
        addRows(
                RaisedAlertTable.TABLE,
                row -> WorkspaceDayColumns.get(row) + " alert " + row.getString("meter") + " "
                        + row.getString("currency"));
        units.compare();
    }

    /** Adds totals whose rows are purged together with the details of their workspace-days. */
    private void addTotalsOfDetails(String stage, UnitComparison.Unit unit) {
        units.addTotals(
                unit, "stage = '" + stage + "' AND " + ofRange() + PurgedTotals.leftOut(jdbc), range.arguments());
    }

    private void verifyRatings() {
        if (hasTablesOfFacts) {
            addRows(RatedDayTable.TABLE, WorkspaceVerification::rating);
            addRows(UsageTable.TABLE, WorkspaceVerification::rating);
            addRows(ChargeTable.TABLE, WorkspaceVerification::rating);
            return;
        }
        query(RatedDayTable.TABLE, row -> {
            String unit = rating(row);
            WorkspaceDay day = WorkspaceDayColumns.get(row);
            int rating = RatedDayTable.RATING.get(row);
            units.addRow(unit, RatedDayTable.TABLE, row);
            readable("usage of " + unit, RatedDayTable.USAGE.getOrNull(row), UsageText::usage)
                    .forEach(used -> units.addRow(unit, UsageTable.row(day, rating, used)));
            readable("charge of " + unit, RatedDayTable.CHARGES.getOrNull(row), ChargesText::lines)
                    .forEach(line -> units.addRow(unit, ChargeTable.row(day, rating, line.charge(), line.amount())));
        });
    }

    /** Returns what a text has, or nothing and a difference if it is not one that this program writes. */
    private <T> Collection<T> readable(
            String subject, @Nullable String text, Function<@Nullable String, ? extends Collection<T>> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalStateException e) {
            result.compare(
                    ControlLevel.ROW_DIGESTS, subject, "a text that can be read", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void addTotals(String stage, UnitComparison.Unit unit) {
        units.addTotals(unit, "stage = '" + stage + "' AND " + ofRange(), range.arguments());
    }

    private void addRows(Table table, UnitComparison.Unit unit) {
        units.addRows(table, unit, ofRange(), range.arguments());
    }

    private void query(Table table, RowCallbackHandler use) {
        UnitComparison.query(jdbc, table, ofRange(), use, range.arguments());
    }

    private String ofRange() {
        return "workspace_id <> ''" + range.condition("workspace_id");
    }

    private void verifyReadings() {
        Map<String, Revision> revisions = new TreeMap<>();
        query(MeteredDayTable.TABLE, row -> {
            Revision revision =
                    new Revision(MeteredDayTable.CONTENT_DIGEST.get(row), MeteredDayTable.RECORD_HASH.get(row));
            revisions.put(revision(row), revision);
            if (!hasTablesOfFacts) {
                readable(
                                "measure of " + revision(row),
                                MeteredDayTable.MEASURES.getOrNull(row),
                                text -> MeasuresText.measures(text).entrySet())
                        .forEach(measure -> revision.measures.put(measure.getKey(), measure.getValue()));
            }
        });
        Map<String, String> fileLists = new TreeMap<>();
        query(DayReadingTable.TABLE, row -> {
            String unit = reading(row);
            units.addRow(unit, DayReadingTable.TABLE, row);
            fileLists.put(unit, DayReadingTable.INPUT_DIGEST.get(row).substring(0, HALF_A_DIGEST));
            Revision revision = revisions.get(revision(row));
            if (revision != null) {
                revision.read = true;
                units.addRow(
                        unit,
                        MeteredDayTable.TABLE
                                .row()
                                .set(MeteredDayTable.REVISION, DayReadingTable.REVISION.get(row))
                                .set(MeteredDayTable.CONTENT_DIGEST, revision.contentDigest)
                                .set(MeteredDayTable.RECORD_HASH, revision.recordHash));
            }
        });
        verifyFiles(fileLists);
        verifyMeasures(revisions);
    }

    /**
     * Adds the files to the digests of their readings. Sizes and times are no part of those, but of the digest by which a
     * change of files is recognised.
     *
     * @param listDigests that digest, by reading
     */
    private void verifyFiles(Map<String, String> listDigests) {
        Map<String, List<String>> files = new HashMap<>();
        query(TrafficFileTable.TABLE, row -> {
            String unit = reading(row);
            // Listed for a reading that has not been stored: nothing was counted of it.
            boolean isListedOnly = !TrafficFileTable.TOTALS.isRead(row) && !units.hasTotal(unit);
            if (!isListedOnly) {
                units.addRow(unit, TrafficFileTable.TABLE, row);
                files.computeIfAbsent(unit, key -> new ArrayList<>())
                        .add(row.getString("name")
                                + '\0'
                                + row.getLong("size_bytes")
                                + '\0'
                                + row.getString("modified"));
            }
        });
        listDigests.forEach((unit, digest) -> result.compare(
                ControlLevel.ROW_DIGESTS,
                "traffic_file of " + unit + ", sizes and times",
                digest,
                listDigest(files.getOrDefault(unit, List.of()))));
    }

    private static String listDigest(List<String> files) {
        StringBuilder text = new StringBuilder();
        files.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .forEach(file -> text.append('\n').append(file));
        return Digests.sha256(text.toString()).substring(0, HALF_A_DIGEST);
    }

    /** Compares the measures of each revision with its content digest. */
    private void verifyMeasures(Map<String, Revision> revisions) {
        if (hasTablesOfFacts) {
            query(MeasureTable.TABLE, row -> {
                Revision revision = revisions.computeIfAbsent(revision(row), key -> new Revision("", ""));
                revision.measures.put(
                        MeasureTable.MEASURE.tier(row),
                        row.getBigDecimal("quantity").toBigInteger());
            });
        }
        revisions.forEach((key, revision) -> result.compare(
                ControlLevel.ROW_DIGESTS,
                (revision.read ? "measure of " : "metered_day without a reading of ") + key,
                revision.read ? revision.contentDigest : "",
                revision.digest()));
    }

    private static String total(ResultSet row) throws SQLException {
        return row.getString("workspace_id") + "/" + row.getString("control_day");
    }

    private static String reading(ResultSet row) throws SQLException {
        return WorkspaceDayColumns.get(row) + " reading " + row.getInt("reading");
    }

    private static String revision(ResultSet row) throws SQLException {
        return WorkspaceDayColumns.get(row) + " revision " + row.getInt("revision");
    }

    private static String rating(ResultSet row) throws SQLException {
        return WorkspaceDayColumns.get(row) + " rating " + row.getInt("rating");
    }

    private static final class Revision {
        private final String contentDigest;
        private final String recordHash;
        private final SortedMap<MeasureTier, BigInteger> measures = new TreeMap<>();
        private boolean read;

        Revision(String contentDigest, String recordHash) {
            this.contentDigest = contentDigest;
            this.recordHash = recordHash;
        }

        String digest() {
            return new MeteredDay(NOWHERE, List.of(), measures, recordHash).contentDigest();
        }
    }
}
