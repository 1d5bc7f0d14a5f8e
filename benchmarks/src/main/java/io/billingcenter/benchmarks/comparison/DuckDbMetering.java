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
 * Metering as a script of DuckDB in this process: the views of {@code items.sql}, then {@code measures.sql}. The glob and
 * the readers of the files are DuckDB's own; every column is typed, nothing is sniffed.
 *
 * <p>Easier than what the suite does, in DuckDB's favour: nothing is validated but the types, a record with a known id
 * and another content is no conflict, nothing is quarantined (a bad file ends the script), the order of files means
 * nothing, sums end at 64 bits a record, no control totals are kept and nothing can be resumed.
 */
public final class DuckDbMetering {

    private static final String ITEMS = "items.sql";
    private static final String MEASURES = "measures.sql";

    /**
     * How DuckDB runs.
     *
     * @param memoryLimit like {@code 1GB}; empty for DuckDB's own, 80 % of the machine
     * @param temporary folder for what does not fit into memory
     */
    public record Settings(int threads, String memoryLimit, Path temporary, Deduplication deduplication) {}

    private final Settings settings;

    /** Metering with these settings. */
    public DuckDbMetering(Settings settings) {
        this.settings = settings;
    }

    /**
     * Meters the files of a day.
     *
     * @param traffic folder with the folders of the workspaces
     * @param rows takes the measures, in no particular order
     * @throws SQLException when DuckDB cannot read a file or runs out of memory
     */
    public void meter(Path traffic, BillingDay day, Consumer<MeasureRow> rows) throws SQLException, IOException {
        String files = traffic.toAbsolutePath() + "/*/" + day + "/*.csv*";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            set(statement);
            statement.execute(script(ITEMS).replace("${files}", files.replace("'", "''")));
            statement.execute(
                    "CREATE VIEW record AS " + settings.deduplication().query());
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

    private void set(Statement statement) throws SQLException {
        statement.execute("SET threads = " + settings.threads());
        statement.execute("SET preserve_insertion_order = false");
        statement.execute("SET temp_directory = '" + settings.temporary().toAbsolutePath() + "'");
        if (!settings.memoryLimit().isEmpty()) {
            statement.execute("SET memory_limit = '" + settings.memoryLimit() + "'");
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream script = DuckDbMetering.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("Expected the script " + name + " beside " + DuckDbMetering.class.getName());
            }
            return new String(script.readAllBytes(), UTF_8);
        }
    }
}
