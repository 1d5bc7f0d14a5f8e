package io.billingcenter.benchmarks.storing;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.metering.MeasuresText;
import io.billingcenter.writers.tables.metering.MeteredDayTotal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts the final rows of workspace-days in batches by plain JDBC. */
final class PlainInserts {

    private static final List<String> INSERTS = List.of(
            insert("day_reading", 15),
            insert("metered_day", 8),
            insert("control_total", 13),
            "INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified, unreadable, records,"
                    + " accepted, duplicates, conflicts, quarantined) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

    /** The rows of one transaction, a list for each statement. */
    record Rows(List<List<Object[]>> byStatement) {}

    private PlainInserts() {}

    /** Returns the rows of some workspace-days, which belong into one transaction. */
    static Rows rows(List<MeteredReading> readings, long runId) {
        List<Object[]> dayReadings = new ArrayList<>();
        List<Object[]> revisions = new ArrayList<>();
        List<@Nullable Object[]> totals = new ArrayList<>();
        List<Object[]> files = new ArrayList<>();
        for (MeteredReading reading : readings) {
            MeteredDay day = reading.day();
            String workspace = day.workspaceDay().workspace().value();
            Object date = day.workspaceDay().day().date();
            dayReadings.add(new Object[] {
                workspace,
                date,
                1,
                reading.task().inputDigest(),
                1,
                day.files().size(),
                day.unreadableFiles(),
                day.records(),
                day.accepted(),
                day.duplicates(),
                day.conflicts(),
                day.quarantined(),
                reading.overLimit(),
                true,
                runId
            });
            revisions.add(new Object[] {
                workspace,
                date,
                1,
                day.contentDigest(),
                day.recordHash(),
                true,
                runId,
                MeasuresText.of(day.measures(), day.largest())
            });
            totals.add(row(MeteredDayTotal.of(reading, 1, day.contentDigest()), runId));
            ListedTask.ListedFile listed = ReadDays.listed(reading).files().get(0);
            FileTotals file = day.files().get(0);
            files.add(new Object[] {
                workspace,
                date,
                1,
                file.file(),
                listed.sizeBytes(),
                listed.modified().toString(),
                file.unreadable(),
                file.records(),
                file.accepted(),
                file.duplicates(),
                file.conflicts(),
                file.quarantined()
            });
        }
        return new Rows(List.of(dayReadings, revisions, totals, files));
    }

    private static @Nullable Object[] row(ControlTotal total, long runId) {
        return new @Nullable Object[] {
            total.stage().code(),
            total.workspace(),
            total.day(),
            total.version(),
            total.subject(),
            total.currency(),
            total.postedDay(),
            total.rows(),
            total.quantity(),
            total.amount(),
            total.parts(),
            Digests.sha256(total.parts()),
            runId
        };
    }

    /** Inserts the rows, each element in a transaction of its own. */
    static void store(Connection connection, List<Rows> transactions) throws SQLException {
        connection.setAutoCommit(false);
        List<PreparedStatement> statements = new ArrayList<>();
        try {
            for (String insert : INSERTS) {
                statements.add(connection.prepareStatement(insert));
            }
            for (Rows rows : transactions) {
                for (int number = 0; number < statements.size(); number++) {
                    execute(statements.get(number), rows.byStatement().get(number));
                }
                connection.commit();
            }
        } finally {
            for (PreparedStatement statement : statements) {
                statement.close();
            }
        }
    }

    private static void execute(PreparedStatement statement, List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            for (int column = 0; column < row.length; column++) {
                statement.setObject(column + 1, row[column]);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    /** Returns an insert of whole rows, with columns in the order of the table. */
    private static String insert(String table, int columns) {
        return "INSERT INTO " + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
    }
}
