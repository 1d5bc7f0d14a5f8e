package io.billingcenter.benchmarks.storing;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import io.billingcenter.domain.metering.plan.MeteredReading;
import io.billingcenter.domain.metering.plan.ReadingPlan;
import io.billingcenter.writers.tables.metering.MeteredDayWriter;
import io.billingcenter.writers.tables.metering.MeteringTaskTables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures the time {@link MeteredDayWriter} takes for workspace-days that have been read, compared with plain batch
 * inserts of the same rows: each in a new embedded database in files, in transactions of the same size, on one thread,
 * in turn.
 *
 * <p>The writer does more: it finds superseded revisions, removes completed work, and computes digests and rows that
 * are prepared for the other side.
 */
public final class StoringTimes {

    private static final int WARM_UP_ROUNDS = 1;
    private static final long RUN_ID = 1;
    private static final int HUNDRED = 100;
    private static final List<String> TABLES = List.of("day_reading", "metered_day", "traffic_file");

    private final Path work;
    private final List<List<MeteredReading>> chunks = new ArrayList<>();
    private final List<PlainInserts.Rows> plainRows = new ArrayList<>();
    private final List<Long> writerMicros = new ArrayList<>();
    private final List<Long> plainMicros = new ArrayList<>();
    private final int days;
    private final int chunkSize;
    private long rows;

    private StoringTimes(Path work, int days, int chunkSize) {
        this.work = work;
        this.days = days;
        this.chunkSize = chunkSize;
        List<MeteredReading> readings = ReadDays.make(days);
        for (int from = 0; from < days; from += chunkSize) {
            List<MeteredReading> chunk = readings.subList(from, Math.min(from + chunkSize, days));
            chunks.add(chunk);
            plainRows.add(PlainInserts.rows(chunk, RUN_ID));
        }
    }

    /**
     * Stores in turn in both ways, after a round of warm-up; the report has medians.
     *
     * @param work folder for the databases; its content is replaced
     * @param days number of workspace-days
     * @param chunkSize number of workspace-days in one transaction
     * @param rounds number of counted rounds
     * @throws IllegalArgumentException for a number below 1
     * @throws IllegalStateException if the two sides leave different rows
     */
    public static Report measure(Path work, int days, int chunkSize, int rounds) throws IOException, SQLException {
        if (days < 1 || chunkSize < 1 || rounds < 1) {
            throw new IllegalArgumentException("Expected days, a chunk size and rounds of at least 1, found " + days
                    + ", " + chunkSize + " and " + rounds);
        }
        StoringTimes times = new StoringTimes(work, days, chunkSize);
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            times.round();
        }
        times.writerMicros.clear();
        times.plainMicros.clear();
        for (int round = 0; round < rounds; round++) {
            times.round();
        }
        FileTrees.delete(work);
        return times.report();
    }

    private void round() throws IOException, SQLException {
        try (FileDatabase ours = new FileDatabase(work.resolve("writer"));
                FileDatabase plain = new FileDatabase(work.resolve("plain"))) {
            storeByWriter(ours);
            storePlainly(plain);
            rows = requireSameRows(ours, plain);
        }
    }

    private void storeByWriter(FileDatabase database) {
        JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        MeteringTaskTables listing = new MeteringTaskTables(jdbc);
        transaction.executeWithoutResult(status -> listing.insert(new ReadingPlan(1, Long.MAX_VALUE)
                .of(chunks.stream().flatMap(List::stream).map(ReadDays::listed).toList())));
        MeteredDayWriter writer = new MeteredDayWriter(jdbc, RUN_ID);
        long start = System.nanoTime();
        for (List<MeteredReading> chunk : chunks) {
            transaction.executeWithoutResult(status -> writer.write(new Chunk<>(chunk)));
        }
        writerMicros.add(microsSince(start));
    }

    private void storePlainly(FileDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            long start = System.nanoTime();
            PlainInserts.store(connection, plainRows);
            plainMicros.add(microsSince(start));
        }
    }

    private static long microsSince(long start) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start));
    }

    private static long requireSameRows(FileDatabase left, FileDatabase right) throws SQLException {
        long rows = 0;
        try (Connection ours = left.dataSource().getConnection();
                Connection plain = right.dataSource().getConnection();
                Statement ourStatement = ours.createStatement();
                Statement plainStatement = plain.createStatement()) {
            for (String table : TABLES) {
                String query = "SELECT * FROM " + table + " ORDER BY 1, 2, 3, 4";
                try (ResultSet ourRows = ourStatement.executeQuery(query);
                        ResultSet plainRows = plainStatement.executeQuery(query)) {
                    rows += requireSame(table, ourRows, plainRows);
                }
            }
        }
        return rows;
    }

    private static long requireSame(String table, ResultSet ours, ResultSet plain) throws SQLException {
        int columns = ours.getMetaData().getColumnCount();
        long rows = 0;
        boolean more = ours.next();
        while (plain.next() == more) {
            if (!more) {
                return rows;
            }
            for (int column = 1; column <= columns; column++) {
                if (!String.valueOf(ours.getObject(column)).equals(String.valueOf(plain.getObject(column)))) {
                    throw new IllegalStateException("Expected the same rows in " + table + ", found "
                            + ours.getObject(column) + " and " + plain.getObject(column) + " in column " + column
                            + " of row " + (rows + 1));
                }
            }
            rows++;
            more = ours.next();
        }
        throw new IllegalStateException("Expected as many rows in " + table + " on both sides, found another number");
    }

    private Report report() {
        String ratio = Figures.hundredths(Figures.median(IntStream.range(0, writerMicros.size())
                .mapToLong(round -> writerMicros.get(round) * HUNDRED / plainMicros.get(round))));
        String text = String.join(
                "\n",
                Figures.count(days) + " workspace-days, " + Figures.count(rows) + " rows, " + chunkSize
                        + " workspace-days a transaction; embedded database in files, one thread",
                "",
                "| Median of " + writerMicros.size() + " | ms | us a workspace-day | rows a second | x plain inserts |",
                "|---|--:|--:|--:|--:|",
                row("`MeteredDayWriter`", writerMicros, ratio),
                row("plain JDBC inserts in batches", plainMicros, "1.00"),
                "");
        return new Report(
                text,
                List.of(new Finding(
                        "us a workspace-day, beside plain inserts",
                        Figures.tenths(median(writerMicros) * 10 / days),
                        Figures.tenths(median(plainMicros) * 10 / days),
                        ratio)));
    }

    private String row(String name, List<Long> micros, String ratio) {
        long median = median(micros);
        return "| " + name + " | " + Figures.count(median / 1_000) + " | " + Figures.tenths(median * 10 / days) + " | "
                + Figures.count(rows * 1_000_000 / median) + " | " + ratio + " |";
    }

    private static long median(List<Long> micros) {
        return Figures.median(micros.stream().mapToLong(Long::longValue));
    }
}
