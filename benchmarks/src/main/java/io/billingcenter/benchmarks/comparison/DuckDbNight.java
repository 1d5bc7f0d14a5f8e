package io.billingcenter.benchmarks.comparison;

import io.billingcenter.domain.time.BillingDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Bills a day as a script of DuckDB in this process: metering as in {@link DuckDbMetering}, then {@code night.sql}, then
 * the files {@code usage.csv} and {@code bill-lines.csv} with the bytes that the suite delivers, in both profiles.
 *
 * <p>The work is far less than that of the suite, in DuckDB's favour: there is no history, so everything is billed for
 * the first time and nothing is stored; nothing is held, no guard and no gate looks at it, no bill is settled, and the
 * files that show payments, notices, alerts and holds are not written. Only the rules that generated traffic and its
 * reference files need are implemented.
 */
public final class DuckDbNight {

    /** The delivered files that the script writes. */
    static final List<String> FILES = List.of("usage.csv", "bill-lines.csv");

    private static final String NIGHT = "night.sql";
    private static final String USAGE_COLUMNS = "billing_day,workspace_id,meter,retention_days,quantity,unit,revision";
    private static final String BILL_LINE_COLUMNS = "posted_day,billing_day,account_id,workspace_id,meter,"
            + "retention_days,kind,quantity,unit,unit_price,currency,amount,price_version,posting_id";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String EXCEL = "excel";

    private final DuckDbMetering.Settings settings;

    /** Creates a night with these settings. */
    public DuckDbNight(DuckDbMetering.Settings settings) {
        this.settings = settings;
    }

    /**
     * The input of a night.
     *
     * @param traffic folder with the folders of the workspaces
     * @param reference folder of the reference files
     * @param priceBooks folder of the price books
     */
    public record Input(Path traffic, Path reference, Path priceBooks) {}

    /**
     * Bills the day.
     *
     * @param out folder for the files, which is created if it does not exist
     * @throws SQLException if DuckDB cannot read a file or runs out of memory
     */
    public void bill(Input input, BillingDay day, Path out) throws SQLException, IOException {
        Files.createDirectories(out.resolve(EXCEL));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            DuckDbMetering metering = new DuckDbMetering(settings);
            metering.createRecords(statement, input.traffic(), day);
            statement.execute("CREATE TABLE measured AS " + DuckDbMetering.script(DuckDbMetering.MEASURES));
            statement.execute(DuckDbMetering.script(NIGHT)
                    .replace("${reference}", text(input.reference()))
                    .replace("${books}", text(input.priceBooks()))
                    .replace("${day}", day.toString()));
            for (Path folder : List.of(out, out.resolve(EXCEL))) {
                String mark = folder.equals(out) ? "" : BYTE_ORDER_MARK;
                copy(statement, "usage_row", mark + USAGE_COLUMNS, folder.resolve(FILES.get(0)));
                copy(statement, "bill_line_row", mark + BILL_LINE_COLUMNS, folder.resolve(FILES.get(1)));
            }
        }
    }

    /** Writes a table; lines end with CR LF, of which the last column of a row has the first. */
    private static void copy(Statement statement, String table, String header, Path file) throws SQLException {
        statement.execute("COPY " + table + " TO '" + text(file) + "' (FORMAT csv, HEADER false, QUOTE '', PREFIX '"
                + header + "\r\n', SUFFIX '\n')");
    }

    private static String text(Path path) {
        return path.toAbsolutePath().toString().replace("'", "''");
    }
}
