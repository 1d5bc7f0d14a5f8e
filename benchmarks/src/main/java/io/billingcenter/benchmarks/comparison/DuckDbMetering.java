package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/**
 * Runs metering as a script of DuckDB in this process: the views of {@code items.sql}, then {@code measures.sql}. The
 * glob and the file readers are DuckDB's own; every column is typed, nothing is sniffed.
 *
 * <p>The work is less than that of the suite, in DuckDB's favour: only the types are validated, a record with a known
 * id and another content is not a conflict, nothing is quarantined (an invalid file ends the script), the order of
 * files does not matter, sums are limited to 64 bits per record, no control totals are kept and nothing can be resumed.
 */
public final class DuckDbMetering {

    private static final String ITEMS = "items.sql";

    /** The script that makes the measures from the view {@code record}. */
    static final String MEASURES = "measures.sql";

    /**
     * The settings of DuckDB.
     *
     * @param memoryLimit a limit like {@code 1GB}; empty for DuckDB's default of 80 % of the machine
     * @param temporary folder for data that does not fit into memory
     */
    public record Settings(int threads, String memoryLimit, Path temporary, Deduplication deduplication) {}

    private final Settings settings;

    /** Creates a metering with these settings. */
    public DuckDbMetering(Settings settings) {
        this.settings = settings;
    }

    /**
     * Meters the files of a day.
     *
     * @param traffic folder with the folders of the workspaces
     * @param rows receives the measures, in no particular order
     * @throws SQLException if DuckDB cannot read a file or runs out of memory
     */
    public void meter(Path traffic, BillingDay day, Consumer<MeasureRow> rows) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            createRecords(statement, traffic, day);
            try (ResultSet result = statement.executeQuery(script(MEASURES))) {
                while (result.next()) {
                    rows.accept(new MeasureRow(
                            result.getString(1),
                            result.getString(2),
                            result.getInt(3),
                            new BigInteger(result.getString(4))));
                }
            }
        }
    }

    /** Creates the view {@code record}, which has every record of the day once, in a new database. */
    void createRecords(Statement statement, Path traffic, BillingDay day) throws SQLException, IOException {
        String files = traffic.toAbsolutePath() + "/*/" + day + "/*.csv*";
        set(statement);
        statement.execute(script(ITEMS).replace("${files}", files.replace("'", "''")));
        statement.execute("CREATE VIEW record AS " + settings.deduplication().query());
    }

    private void set(Statement statement) throws SQLException {
        statement.execute("SET threads = " + settings.threads());
        statement.execute("SET preserve_insertion_order = false");
        statement.execute("SET temp_directory = '" + settings.temporary().toAbsolutePath() + "'");
        if (!settings.memoryLimit().isEmpty()) {
            statement.execute("SET memory_limit = '" + settings.memoryLimit() + "'");
        }
    }

    /** Returns the text of a script. */
    static String script(String name) throws IOException {
        try (InputStream script = DuckDbMetering.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("Expected the script " + name + " beside " + DuckDbMetering.class.getName());
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
