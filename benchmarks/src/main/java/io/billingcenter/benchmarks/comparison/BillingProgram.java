package io.billingcenter.benchmarks.comparison;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** This suite as its users start it: the launcher with an embedded database that is new for every run. */
final class BillingProgram {

    private static final String DATABASE_NAME = "billing";
    private static final String ROWS = "SELECT m.workspace_id, m.measure, m.retention_days, m.quantity FROM measure m"
            + " JOIN metered_day d ON d.workspace_id = m.workspace_id AND d.billing_day = m.billing_day"
            + " AND d.revision = m.revision WHERE d.is_current AND d.billing_day = ?";
    private static final String TOTALS = "SELECT SUM(records), SUM(accepted + duplicates) FROM day_reading"
            + " WHERE is_current AND billing_day = ?";

    private final Path home;
    private final Path data;
    private final Path work;
    private final BillingDay day;
    private final List<String> options;
    private final Map<String, String> environment;

    /**
     * The program for the traffic and reference files in a folder.
     *
     * @param home folder of the launcher
     * @param data folder with {@code traffic} and {@code reference}
     * @param work folder for databases and logs
     */
    BillingProgram(Path home, Path data, Path work, BillingDay day, ComparisonOptions options) {
        this.home = home;
        this.data = data;
        this.work = work;
        this.day = day;
        this.options = options.billingOptions();
        this.environment = options.billingEnvironment();
    }

    /** Makes the database that runs begin with: reference files and price books are in it. */
    void importReference() throws IOException, InterruptedException {
        delete(imported());
        Files.createDirectories(imported());
        run("import", imported());
    }

    /** Meters the day in a new copy of that database. */
    ProcessUsage meter() throws IOException, InterruptedException {
        delete(used());
        Files.createDirectories(used());
        try (Stream<Path> files = Files.list(imported())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, used().resolve(file.getFileName()));
            }
        }
        return run("meter", used());
    }

    /** The measures of the last run. */
    List<MeasureRow> rows() throws SQLException {
        List<MeasureRow> rows = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, ROWS);
                ResultSet result = query.executeQuery()) {
            while (result.next()) {
                BigDecimal quantity = result.getBigDecimal(4);
                rows.add(new MeasureRow(
                        result.getString(1),
                        result.getString(2).intern(),
                        result.getInt(3),
                        quantity.toBigIntegerExact()));
            }
        }
        return rows;
    }

    /**
     * Checks that the last run read every record and rejected none.
     *
     * @throws IllegalStateException when it did not
     */
    void requireRecords(long expected) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = prepared(connection, TOTALS);
                ResultSet result = query.executeQuery()) {
            result.next();
            if (result.getLong(1) != expected || result.getLong(2) != expected) {
                throw new IllegalStateException("Expected " + expected + " records read and well-formed, found "
                        + result.getLong(1) + " read and " + result.getLong(2) + " well-formed");
            }
        }
    }

    private ProcessUsage run(String command, Path database) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(home.resolve("billing").toString(), command));
        line.addAll(List.of("--day", day.toString()));
        line.addAll(List.of("--traffic", data.resolve("traffic").toString()));
        line.addAll(List.of("--reference", data.resolve("reference").toString()));
        line.addAll(List.of("--db", database.resolve(DATABASE_NAME).toString()));
        line.addAll(options);
        return MeasuredProcess.run(line, environment, work.resolve(command + ".log"));
    }

    private Path imported() {
        return work.resolve("imported");
    }

    private Path used() {
        return work.resolve("used");
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:hsqldb:file:" + used().resolve(DATABASE_NAME) + ";ifexists=true;shutdown=true", "sa", "");
    }

    private PreparedStatement prepared(Connection connection, String sql) throws SQLException {
        PreparedStatement query = connection.prepareStatement(sql);
        query.setObject(1, LocalDate.parse(day.toString()));
        return query;
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
