package io.billingcenter.readers.tables.reconciliation;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.billingcenter.domain.delivery.ColumnType;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares the last published files of a period with the rows of the database: their number, and the sums of their money. */
public final class FileControl {

    private static final String NO_FILE = "no file";

    private final JdbcTemplate jdbc;
    private final DeliveredRowSource rows;
    private final Path out;
    private final ReconciliationResult result;

    private static final class Sums {
        private long rows;
        private final TreeMap<String, BigDecimal> money = new TreeMap<>();

        void add(String column, BigDecimal amount) {
            money.merge(column, amount, BigDecimal::add);
        }
    }

    /** Creates a comparison whose results go to the given object. */
    public FileControl(JdbcTemplate jdbc, DeliveredRowSource rows, Path out, ReconciliationResult result) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.out = out;
        this.result = result;
    }

    /** Compares the files of the period, unless they are not delivered yet or rows have changed since. */
    public void compare(DeliveryPeriod period) {
        Integer due = jdbc.queryForObject(
                "SELECT COUNT(*) FROM delivery_due WHERE period = ?", Integer.class, period.toString());
        Integer revision = jdbc.queryForObject(
                "SELECT MAX(revision) FROM delivery WHERE period = ?", Integer.class, period.toString());
        if (revision == null || due == null || due > 0) {
            return;
        }
        Path folder = out.resolve(period.toString()).resolve("r" + revision);
        for (DeliveredFile file : rows.files(period)) {
            String name = file.fileName() + ".csv";
            compare(period + "/r" + revision + "/" + name, file, period, folder.resolve(name));
        }
    }

    private void compare(String key, DeliveredFile file, DeliveryPeriod period, Path path) {
        if (!Files.isRegularFile(path)) {
            result.compare(ControlLevel.FILES, key, "a file", NO_FILE);
            return;
        }
        Sums database = new Sums();
        rows.read(file, period, row -> {
            database.rows++;
            for (int i = 0; i < row.size(); i++) {
                if (row.get(i) instanceof Money money) {
                    database.add(file.columns().get(i).name(), money.amount());
                }
            }
        });
        Sums delivered;
        try {
            delivered = read(file, path);
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalArgumentException e) {
            result.compare(ControlLevel.FILES, key, "rows of " + file.schema(), String.valueOf(e.getMessage()));
            return;
        }
        result.compare(ControlLevel.FILES, key + " rows", database.rows, delivered.rows);
        TreeSet<String> columns = new TreeSet<>(database.money.keySet());
        columns.addAll(delivered.money.keySet());
        for (String column : columns) {
            result.compare(
                    ControlLevel.FILES,
                    key + " " + column,
                    database.money.getOrDefault(column, BigDecimal.ZERO),
                    delivered.money.getOrDefault(column, BigDecimal.ZERO));
        }
    }

    private static Sums read(DeliveredFile file, Path path) throws IOException {
        Sums sums = new Sums();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
            Iterator<CsvRecord> records = csv.iterator();
            @Nullable List<String> header = records.hasNext() ? records.next().getFields() : null;
            if (header == null || header.size() != file.columns().size()) {
                throw new IOException("the header " + header);
            }
            while (records.hasNext()) {
                List<String> cells = records.next().getFields();
                sums.rows++;
                for (int i = 0; i < header.size(); i++) {
                    boolean isMoney = file.columns().get(i).type() == ColumnType.MONEY;
                    if (isMoney && !cells.get(i).isEmpty()) {
                        sums.add(header.get(i), new BigDecimal(cells.get(i)));
                    }
                }
            }
        }
        return sums;
    }
}
