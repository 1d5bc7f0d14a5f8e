package io.billingcenter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Replaces the suite where only its being run matters: counts the records and starts quickly. */
final class CountingBilling {

    private CountingBilling() {}

    public static void main(String... arguments) throws IOException, SQLException {
        List<String> line = List.of(arguments);
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:hsqldb:file:" + valueOf("--db", line) + ";shutdown=true", "sa", "");
                Statement statement = connection.createStatement()) {
            if (line.get(0).equals("import")) {
                statement.execute("CREATE TABLE day_reading (billing_day DATE, records BIGINT, accepted BIGINT,"
                        + " duplicates BIGINT, is_current BOOLEAN)");
            } else {
                long records = records(Path.of(valueOf("--traffic", line)));
                statement.execute("INSERT INTO day_reading VALUES ('" + valueOf("--day", line) + "', " + records + ", "
                        + records + ", 0, TRUE)");
            }
        }
    }

    private static String valueOf(String option, List<String> line) {
        return line.get(line.indexOf(option) + 1);
    }

    private static long records(Path traffic) throws IOException {
        long records = 0;
        try (Stream<Path> files = Files.walk(traffic)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                records += Files.readAllLines(file).size() - 1;
            }
        }
        return records;
    }
}
