package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.reconciliation.Discrepancy;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.reconciliation.DayComparison;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.readers.tables.reconciliation.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Changes the evidence of two nights and a closed month in every table and file there is, one change at a time: a row
 * deleted or doubled, one cent more, two workspaces swapped, a file cut short. Each is found by {@code reconcile} or
 * {@code verify}, and its place is named.
 */
class MutationTest {

    private static final long SEED = 20261123;
    private static final String FIRST_DAY = "2026-10-15";
    private static final String SECOND_DAY = "2026-10-16";
    private static final int WORKSPACES = 6;

    /**
     * A table whose rows are evidence.
     *
     * @param key its primary key, or what tells its rows apart
     * @param doubled what a copy of a row has in place of the key, column by column
     * @param changed columns, and what stands in them afterwards
     */
    private record Evidence(String table, List<String> key, String doubled, List<String> changed) {}

    private static Evidence table(String table, String key, String doubled, String... changed) {
        return new Evidence(table, List.of(key.split(", ")), doubled, List.of(changed));
    }

    private static final List<Evidence> TABLES = List.of(
            table(
                    "traffic_file",
                    "workspace_id, billing_day, reading, name",
                    "name = 'x.csv'",
                    "records = records + 1",
                    "accepted = accepted - 1",
                    "duplicates = duplicates + 1",
                    "size_bytes = size_bytes + 1",
                    "modified = '2026-10-15T00:00:00Z'",
                    "name = 'y.csv'"),
            table(
                    "day_reading",
                    "workspace_id, billing_day, reading",
                    "reading = 9",
                    "records = records + 1",
                    "accepted = accepted + 1",
                    "quarantined = quarantined + 1",
                    "revision = revision + 1",
                    "files = files + 1",
                    "over_limit = NOT over_limit",
                    "is_current = NOT is_current",
                    "input_digest = 'x" + "0".repeat(63) + "'"),
            table(
                    "metered_day",
                    "workspace_id, billing_day, revision",
                    "revision = 9",
                    "record_hash = '" + "0".repeat(32) + "'",
                    "content_digest = '" + "0".repeat(64) + "'",
                    "is_current = NOT is_current"),
            table(
                    "quarantined_record",
                    "workspace_id, billing_day, reading, file, byte_offset, line",
                    "line = 99",
                    "reason = 'malformed_'",
                    "detail = 'nothing'",
                    "byte_offset = byte_offset + 1"),
            table(
                    "rated_day",
                    "workspace_id, billing_day, rating",
                    "rating = 9",
                    "outcome = 'free_'",
                    "account_id = 'a9'",
                    "settlement = 'card'",
                    "revision = revision + 1",
                    "terms_digest = 'x'",
                    "is_current = NOT is_current"),
            table(
                    "day_hold",
                    "workspace_id, billing_day, rating, reason, meter, retention_days",
                    "retention_days = 77",
                    "reason = 'locked'",
                    "detail = 'nothing'"),
            table(
                    "posting",
                    "posting_id",
                    "posting_id = 'p-doubled'",
                    "amount = amount + 0.01",
                    "quantity = quantity + 1",
                    "account_id = 'a9'",
                    "posted_day = DATE '2026-10-17'",
                    "billing_day = DATE '2026-10-17'",
                    "settlement = 'aliyun_'",
                    "kind = 'adjustment_'",
                    "unit_price = unit_price + 1",
                    "currency = 'USD'",
                    "workspace_id = 'ws-9'",
                    "posting_id = 'p-changed'"),
            table(
                    "raised_alert",
                    "workspace_id, billing_day, meter",
                    "meter = 'log_'",
                    "amount = amount + 0.01",
                    "threshold = threshold + 0.01"),
            table(
                    "invoice",
                    "invoice_number",
                    "invoice_number = 'INV-2026-000099', billing_month = '2026-11'",
                    "total = total + 0.01",
                    "owed = owed + 0.01",
                    "account_id = 'a9'",
                    "billing_month = '2026-09'",
                    "state = 'draft'",
                    "fapiao_amount = fapiao_amount + 1"),
            table(
                    "invoice_line",
                    "invoice_number, workspace_id, meter, retention_days, kind",
                    "retention_days = 77",
                    "amount = amount + 0.01",
                    "quantity = quantity + 1",
                    "workspace_id = 'ws-9'"),
            table(
                    "ledger_entry",
                    "request_id, leg",
                    "leg = 99, entry_number = 999",
                    "amount = amount + 0.01",
                    "entry_day = DATE '2026-10-01'",
                    "instrument = 'other'",
                    "side = 'cash_'",
                    "bill_day = DATE '2026-10-01'"),
            table(
                    "wallet_balance",
                    "account_id, currency, side, instrument",
                    "instrument = 'other'",
                    "balance = balance + 0.01",
                    "expires = DATE '2030-01-01'",
                    "expiries = expiries + 1"),
            table(
                    "line_payment",
                    "posted_day, account_id, workspace_id, billing_day, meter, retention_days, agreement_id, settlement,"
                            + " currency, source_number, entry_number, side",
                    "entry_number = 999",
                    "paid = paid + 0.01",
                    "left_change = left_change + 0.01",
                    "instrument = 'other'",
                    "source_number = source_number + 77",
                    "workspace_id = 'ws-9'",
                    "billing_day = DATE '2026-10-01'"),
            table(
                    "owed_bill",
                    "account_id, currency, settlement, posted_day",
                    "settlement = 'other'",
                    "owed = owed + 0.01"),
            table(
                    "bill_payment",
                    "posted_day, account_id, settlement, currency, workspace_id, eligible",
                    "workspace_id = 'ws-9'",
                    "voucher = voucher + 0.01",
                    "cash = cash + 0.01",
                    "prepaid_card = prepaid_card - 0.01",
                    "cloud = cloud + 0.01",
                    "owed = owed + 0.01",
                    "owed = owed + 0.01, cash = cash - 0.01",
                    "settlement_number = settlement_number + 1"),
            table(
                    "marketplace_record",
                    "posted_day, account_id, settlement, workspace_id, settlement_number",
                    "settlement_number = 9",
                    "amount = amount + 0.01",
                    "vendor_account = 'other'",
                    "workspace_id = 'ws-9'"),
            table(
                    "wallet",
                    "account_id, currency",
                    "currency = 'USD'",
                    "settled_day = DATE '2026-10-01'",
                    "last_number = last_number + 1",
                    "status = CASE WHEN status = 'locked' THEN 'countdown' ELSE 'locked' END"),
            table(
                    "account_state",
                    "account_id, currency, period_number",
                    "period_number = 9",
                    "from_day = DATE '2026-10-01'",
                    "status = 'active_'"),
            table(
                    "notice",
                    "notice_day, account_id, currency, workspace_id, notice, subject",
                    "notice_day = DATE '2030-01-01'",
                    "owed = owed + 0.01",
                    "days_left = COALESCE(days_left, 0) + 1"),
            table("delivery", "period, revision", "revision = 9", "content_digest = '" + "0".repeat(64) + "'"),
            table(
                    "delivered_file",
                    "period, revision, path",
                    "path = 'x.csv'",
                    "sha256 = '" + "0".repeat(64) + "'",
                    "row_count = row_count + 1",
                    "size_bytes = size_bytes - 1"),
            table(
                    "control_total",
                    "stage, workspace_id, control_day, version, subject, currency",
                    "version = 99",
                    "amount = amount + 0.01",
                    "quantity = quantity + 1",
                    "digest = '" + "0".repeat(64) + "'",
                    "parts = ''",
                    "run_id = run_id + 1"),
            table(
                    "run_seal",
                    "seal_number",
                    "seal_number = 99",
                    "seal = '" + "0".repeat(64) + "'",
                    "previous_seal = 'x'",
                    "totals_digest = 'x'",
                    "totals = totals + 1"),
            table(
                    "quarantine_repair",
                    "workspace_id, billing_day, file, byte_offset, line, repair_workspace_id, repair_day, repair_file",
                    "repair_file = 'x.csv'",
                    "mended_digest = 'x'",
                    "line = line + 1",
                    "repair_day = DATE '2026-10-17'",
                    "repair_file = 'repair-x.csv'"),
            table("fee_day", "billing_day", "billing_day = DATE '2030-01-01'", "billing_day = DATE '2026-01-01'"),
            table("closed_month", "billing_month", "billing_month = '2026-09'", "billing_month = '2026-08'"),
            table("number_series", "series, number_year", "number_year = 2027", "last_number = last_number + 1"),
            table("settled_day", "posted_day", "posted_day = DATE '2030-01-01'", "posted_day = DATE '2026-01-01'"),
            table(
                    "price",
                    "version, meter, retention_days, site_group, currency",
                    "retention_days = 77",
                    "price = price + 0.01"),
            table("billing_account", "account_id", "account_id = 'a9', username = 'a9'", "currency = 'USD'"),
            table("binding", "workspace_id, from_day", "from_day = DATE '2030-01-01'", "account_id = 'a2_'"),
            table("voucher", "voucher_id", "voucher_id = 'v9'", "amount = amount + 1"));

    /** A text that has the rows of another unit of evidence, and the changes of it that are tried. */
    private record FactText(String table, String column, String version, Map<String, UnaryOperator<String>> changes) {}

    private static final List<FactText> TEXTS = List.of(
            new FactText("metered_day", "measures", "revision", changes(4)),
            new FactText("rated_day", "usage", "rating", changes(3)),
            new FactText("rated_day", "charges", "rating", changes(9)));

    /** The changes of the first row of a text, which has that many cells. */
    private static Map<String, UnaryOperator<String>> changes(int cells) {
        Map<String, UnaryOperator<String>> changes = new LinkedHashMap<>();
        changes.put("NULL", text -> null);
        changes.put("empty", text -> "");
        changes.put("no rows", text -> "{\"version\":1,\"rows\":[]}");
        changes.put("another version", text -> text.replace("\"version\":1", "\"version\":2"));
        changes.put("cut short", text -> text.substring(0, text.length() - 1));
        changes.put("cut at a row", text -> text.substring(0, text.indexOf(']')));
        changes.put("a row less", text -> changedRow(text, row -> ""));
        changes.put("a row doubled", text -> changedRow(text, row -> row + "," + row));
        changes.put("a row of other days", text -> changedRow(text, row -> row + "," + changedCell(row, 1, "77")));
        changes.put("a row of another width", text -> changedRow(text, row -> row.replace("]", ",1]")));
        changes.put("an unknown code", text -> changedCell(text, 0, "\"lgo\""));
        changes.put("other days", text -> changedCell(text, 1, "77"));
        changes.put("an exponent", text -> changedCell(text, 2, "1E999999999"));
        for (int cell = 2; cell < (cells == 4 ? 3 : cells); cell++) {
            changes.put("cell " + cell, changeOf(cell));
        }
        return changes;
    }

    /** One digit more, another day, or another currency. */
    private static UnaryOperator<String> changeOf(int cell) {
        return text -> {
            String found = cell(text, cell);
            String changed = switch (found) {
                case "\"CNY\"" -> "\"USD\"";
                case "\"USD\"" -> "\"CNY\"";
                case "null" -> cell == 5 ? "\"2024-06-26\"" : "99";
                default -> found.startsWith("\"") ? "\"2024-06-26\"" : "1" + found;
            };
            return changedCell(text, cell, changed);
        };
    }

    private static String cell(String text, int cell) {
        int begin = text.indexOf("[\"");
        return text.substring(begin + 1, text.indexOf(']', begin)).split(",", -1)[cell];
    }

    private static String changedCell(String text, int cell, String changed) {
        return changedRow(text, row -> {
            String[] cells = row.substring(1, row.length() - 1).split(",", -1);
            cells[cell] = changed;
            return "[" + String.join(",", cells) + "]";
        });
    }

    /** Returns the text with another first row; without it and its comma if that is empty. */
    private static String changedRow(String text, UnaryOperator<String> change) {
        int begin = text.indexOf("[\"");
        int end = text.indexOf(']', begin) + 1;
        String changed = change.apply(text.substring(begin, end));
        boolean hasNext = text.startsWith(",", end);
        return text.substring(0, begin) + changed + text.substring(changed.isEmpty() && hasNext ? end + 1 : end);
    }

    private static final List<String> SWAPPED = List.of(
            "posting.workspace_id",
            "posting.amount",
            "bill_payment.owed",
            "invoice_line.amount",
            "day_reading.records",
            "traffic_file.records");

    @TempDir
    private Path folder;

    private final List<String> missed = new ArrayList<>();
    private int mutations;
    private int refused;

    @Test
    void everyChangeIsFoundAndItsPlaceNamed() throws IOException {
        Path root = Files.createDirectories(folder.resolve("place"));
        Workplace place = new Workplace(root, Databases.HSQLDB.address(root));
        bill(place);
        SingleConnectionDataSource connection = new SingleConnectionDataSource(
                "jdbc:hsqldb:file:" + Databases.HSQLDB.address(root) + ";hsqldb.tx=mvcc", "SA", "", true);
        connection.setAutoCommit(false);
        JdbcTemplate jdbc = new JdbcTemplate(connection);
        try {
            assertThat(found(jdbc, place)).isEmpty();
            Random random = new Random(SEED);
            for (Evidence table : TABLES) {
                change(jdbc, place, table, random);
            }
            for (FactText text : TEXTS) {
                changeText(jdbc, place, text, random);
                swapTexts(jdbc, place, text);
            }
            for (String column : SWAPPED) {
                swap(jdbc, place, column);
            }
            changeFiles(jdbc, place);
        } finally {
            connection.destroy();
        }
        assertThat(missed)
                .as(mutations + " changes, " + refused + " refused by the database")
                .isEmpty();
        assertThat(mutations).isGreaterThanOrEqualTo(150);
    }

    private void change(JdbcTemplate jdbc, Workplace place, Evidence table, Random random) {
        List<Map<String, Object>> rows =
                jdbc.queryForList("SELECT * FROM " + table.table() + " ORDER BY " + String.join(", ", table.key()));
        assertThat(rows).as(table.table()).isNotEmpty();
        Map<String, Object> row = rows.get(random.nextInt(rows.size()));
        mutate(jdbc, place, table.table(), row, "delete", "DELETE FROM " + table.table() + where(table, row), table);
        row = rows.get(random.nextInt(rows.size()));
        mutate(jdbc, place, table.table(), row, "double", copy(table, row), table);
        for (String changed : table.changed()) {
            row = rows.get(random.nextInt(rows.size()));
            mutate(
                    jdbc,
                    place,
                    table.table(),
                    row,
                    changed,
                    "UPDATE " + table.table() + " SET " + changed + where(table, row),
                    table);
        }
    }

    private void mutate(
            JdbcTemplate jdbc,
            Workplace place,
            String table,
            Map<String, Object> row,
            String what,
            String sql,
            Evidence evidence) {
        try {
            List<Object> arguments = new ArrayList<>();
            evidence.key().forEach(column -> arguments.add(row.get(column)));
            int changed = jdbc.update(sql, arguments.toArray());
            if (changed == 0) {
                missed.add(table + " " + what + " changed nothing: " + row);
                return;
            }
            mutations++;
            List<Discrepancy> found = found(jdbc, place);
            List<String> names = new ArrayList<>(List.of(table));
            evidence.key().stream()
                    .map(column -> String.valueOf(row.get(column)))
                    .filter(key -> key.length() > 3)
                    .forEach(names::add);
            boolean named =
                    found.stream().anyMatch(discrepancy -> names.stream().anyMatch(discrepancy.toString()::contains));
            if (!named) {
                missed.add(table + ", " + what + " in " + row + " -> " + found);
            }
        } catch (DataIntegrityViolationException byTheDatabase) {
            refused++;
        } finally {
            rollback(jdbc);
        }
    }

    /** Each change of the text of a random row that has any; of ratings in force and of earlier ones. */
    private void changeText(JdbcTemplate jdbc, Workplace place, FactText text, Random random) {
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT * FROM " + text.table() + " WHERE " + text.column()
                + " LIKE '%[\"%' ORDER BY workspace_id," + " billing_day, " + text.version());
        assertThat(rows).as(text.table()).isNotEmpty();
        Evidence evidence =
                new Evidence(text.table(), List.of("workspace_id", "billing_day", text.version()), "", List.of());
        text.changes().forEach((what, change) -> {
            Map<String, Object> row = rows.get(random.nextInt(rows.size()));
            String before = String.valueOf(row.get(text.column()));
            String after = change.apply(before);
            assertThat(after).as(what).isNotEqualTo(before);
            String literal = after == null ? "NULL" : "'" + after + "'";
            mutate(
                    jdbc,
                    place,
                    text.table(),
                    row,
                    text.column() + ": " + what,
                    "UPDATE " + text.table() + " SET " + text.column() + " = " + literal + where(evidence, row),
                    evidence);
        });
    }

    /** Two workspaces change their texts. */
    private void swapTexts(JdbcTemplate jdbc, Workplace place, FactText text) {
        List<Map<String, Object>> rows = jdbc.queryForList("SELECT workspace_id, " + text.column() + " AS text FROM "
                + text.table() + " WHERE " + text.version() + " = 1 AND billing_day = DATE '" + FIRST_DAY
                + "' AND " + text.column() + " LIKE '%[\"%' ORDER BY workspace_id");
        Map<String, Object> one = rows.get(0);
        Map<String, Object> other = rows.stream()
                .filter(row -> !one.get("text").equals(row.get("text")))
                .findFirst()
                .orElseThrow();
        try {
            String update = "UPDATE " + text.table() + " SET " + text.column() + " = ? WHERE workspace_id = ? AND "
                    + text.version() + " = 1 AND billing_day = DATE '" + FIRST_DAY + "'";
            jdbc.update(update, other.get("text"), one.get("workspace_id"));
            jdbc.update(update, one.get("text"), other.get("workspace_id"));
            mutations++;
            if (found(jdbc, place).stream()
                    .noneMatch(found -> found.key().contains(String.valueOf(one.get("workspace_id"))))) {
                missed.add("swap of " + text + ": " + found(jdbc, place));
            }
        } finally {
            rollback(jdbc);
        }
    }

    private static String where(Evidence table, Map<String, Object> row) {
        return table.key().stream().map(column -> column + " = ?").collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private static String copy(Evidence table, Map<String, Object> row) {
        Map<String, String> values = new LinkedHashMap<>();
        row.keySet().forEach(column -> values.put(column.toLowerCase(java.util.Locale.ROOT), column));
        for (String part : table.doubled().split(", ")) {
            String[] sides = part.split(" = ", 2);
            values.put(sides[0], sides[1]);
        }
        return "INSERT INTO " + table.table() + " (" + String.join(", ", values.keySet()) + ") SELECT "
                + String.join(", ", values.values()) + " FROM " + table.table() + where(table, row);
    }

    /** Two workspaces change places in a column. */
    private void swap(JdbcTemplate jdbc, Workplace place, String tableAndColumn) {
        String table = tableAndColumn.substring(0, tableAndColumn.indexOf('.'));
        String column = tableAndColumn.substring(table.length() + 1);
        try {
            String one = jdbc.queryForObject(
                    "SELECT MIN(workspace_id) FROM " + table + " WHERE workspace_id <> ''", String.class);
            String other = jdbc.queryForObject(
                    "SELECT MIN(workspace_id) FROM " + table + " WHERE workspace_id > ?", String.class, one);
            if (column.equals("workspace_id")) {
                jdbc.update("UPDATE " + table + " SET workspace_id = 'swap' WHERE workspace_id = ?", one);
                jdbc.update("UPDATE " + table + " SET workspace_id = ? WHERE workspace_id = ?", one, other);
                jdbc.update("UPDATE " + table + " SET workspace_id = ? WHERE workspace_id = 'swap'", other);
            } else {
                String first = jdbc.queryForObject(
                        "SELECT MIN(" + column + ") FROM " + table + " WHERE workspace_id = ?", String.class, one);
                String second = jdbc.queryForObject(
                        "SELECT MAX(" + column + ") FROM " + table + " WHERE workspace_id = ?", String.class, other);
                jdbc.update(
                        "UPDATE " + table + " SET " + column + " = CAST(? AS NUMERIC(38,2)) WHERE workspace_id = ? AND "
                                + column + " = CAST(? AS NUMERIC(38,2))",
                        second,
                        one,
                        first);
                jdbc.update(
                        "UPDATE " + table + " SET " + column + " = CAST(? AS NUMERIC(38,2)) WHERE workspace_id = ? AND "
                                + column + " = CAST(? AS NUMERIC(38,2))",
                        first,
                        other,
                        second);
            }
            mutations++;
            if (found(jdbc, place).stream().noneMatch(found -> found.key().contains(String.valueOf(one)))) {
                missed.add("swap of " + tableAndColumn + ": " + found(jdbc, place));
            }
        } finally {
            rollback(jdbc);
        }
    }

    private void changeFiles(JdbcTemplate jdbc, Workplace place) throws IOException {
        Path day = place.out().resolve(SECOND_DAY).resolve("r1");
        Path month = place.out().resolve("2026-10").resolve("r1");
        for (Path file : List.of(
                day.resolve("bill-lines.csv"),
                day.resolve("settlement.csv"),
                day.resolve("excel/usage.csv"),
                month.resolve("invoices.csv"),
                month.resolve("manifest.json"))) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] changed = bytes.clone();
            changed[bytes.length - 3] ^= 1;
            changeFile(jdbc, place, file, "one byte", changed);
            changeFile(jdbc, place, file, "cut short", Arrays.copyOf(bytes, bytes.length - 1));
            changeFile(jdbc, place, file, "a line less", withoutLastLine(bytes));
            changeFile(jdbc, place, file, "doubled", twice(bytes));
            changeFile(jdbc, place, file, "gone", null);
        }
        changeFile(jdbc, place, day.resolve(".done"), "gone", null);
        changeFile(jdbc, place, day.resolve("extra.csv"), "added", new byte[] {1});
        Path raw = place.traffic().resolve("ws-1").resolve(SECOND_DAY).resolve("traffic.csv");
        byte[] bytes = Files.readAllBytes(raw);
        changeFile(jdbc, place, raw, "a record less", withoutLastLine(bytes));
        changeFile(
                jdbc,
                place,
                raw,
                "a record more",
                (new String(bytes, StandardCharsets.UTF_8) + "x\n").getBytes(StandardCharsets.UTF_8));
        changeFile(jdbc, place, raw, "gone", null);
        byte[] other = bytes.clone();
        other[bytes.length - 3] ^= 1;
        changeFile(jdbc, place, raw, "one byte of a listed file", other);
        Path list = raw.resolveSibling("MANIFEST.json");
        String text = Files.readString(list);
        changeFile(
                jdbc, place, list, "another number", text.replace("300", "301").getBytes(StandardCharsets.UTF_8));
        changeFile(
                jdbc,
                place,
                list,
                "another name",
                text.replace("traffic.csv", "t.csv").getBytes(StandardCharsets.UTF_8));
        changeFile(jdbc, place, list, "broken", "{".getBytes(StandardCharsets.UTF_8));
    }

    private void changeFile(JdbcTemplate jdbc, Workplace place, Path file, String what, byte[] changed)
            throws IOException {
        boolean existed = Files.exists(file);
        byte[] before = existed ? Files.readAllBytes(file) : new byte[0];
        try {
            if (changed == null) {
                Files.delete(file);
            } else {
                Files.write(file, changed);
            }
            mutations++;
            String name = String.valueOf(file.getFileName());
            if (found(jdbc, place).stream().noneMatch(found -> found.toString().contains(name))) {
                missed.add(file + " " + what + " -> " + found(jdbc, place));
            }
        } finally {
            rollback(jdbc);
            if (existed) {
                Files.write(file, before);
            } else {
                Files.delete(file);
            }
        }
    }

    private static byte[] withoutLastLine(byte[] bytes) {
        int end = bytes.length - 2;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return Arrays.copyOf(bytes, end);
    }

    private static byte[] twice(byte[] bytes) {
        byte[] both = Arrays.copyOf(bytes, bytes.length * 2);
        System.arraycopy(bytes, 0, both, bytes.length, bytes.length);
        return both;
    }

    private static List<Discrepancy> found(JdbcTemplate jdbc, Workplace place) {
        ReconciliationResult sheet = new ReconciliationResult();
        DayComparison days = new DayComparison(
                jdbc,
                new DeliveredRows(jdbc, UnitsRule.EXACT, ZoneId.of("Asia/Shanghai")),
                place.traffic(),
                place.out());
        try {
            days.compare(BillingDay.parse(FIRST_DAY), sheet);
            days.compare(BillingDay.parse(SECOND_DAY), sheet);
        } catch (RuntimeException unreadable) {
            sheet.compare(
                    io.billingcenter.domain.reconciliation.ControlLevel.ROW_DIGESTS, "unreadable", "", "" + unreadable);
        }
        new Verification(jdbc, place.out(), sheet).verify(Long.MAX_VALUE, true);
        return sheet.discrepancies();
    }

    private static void rollback(JdbcTemplate jdbc) {
        jdbc.execute((java.sql.Connection connection) -> {
            connection.rollback();
            return null;
        });
    }

    /** Two nights, the second with a late file, and the month closed. */
    private static void bill(Workplace place) throws IOException {
        Traffic first = new Traffic(FIRST_DAY);
        first.writeReference(place, WORKSPACES);
        writeReference(place.reference());
        Traffic second = new Traffic(SECOND_DAY);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            first.writeFile(place, workspace, first.records(workspace, 300));
            second.writeFile(place, workspace, second.records(workspace, 300));
        }
        Files.writeString(first.folder(place, 0).resolve("bad.csv"), Traffic.HEADER + "r1,bad\nr2,bad\n");
        Path listed = second.folder(place, 1);
        Files.writeString(
                listed.resolve("MANIFEST.json"),
                "{\"files\":[{\"name\":\"traffic.csv\",\"records\":300,\"bytes\":"
                        + Files.size(listed.resolve("traffic.csv")) + ",\"sha256\":\""
                        + io.billingcenter.domain.digest.Digests.sha256(
                                Files.readAllBytes(listed.resolve("traffic.csv")))
                        + "\"}]}");
        run(place, 2, "nightly", "--day", FIRST_DAY);
        Files.writeString(
                first.folder(place, 1).resolve("late.csv"),
                Traffic.HEADER + "late,2026-10-15T10:00:00+08:00,ws-1,sms,,,500,,\n");
        repair(place);
        run(place, 2, "nightly", "--day", SECOND_DAY);
        assertThat(place.close("2026-10").status()).isZero();
        run(place, 0, "reconcile", "--day", FIRST_DAY);
        run(place, 0, "verify");
    }

    private static void repair(Workplace place) throws IOException {
        Path sheet = place.traffic().resolveSibling("bad.csv");
        run(place, 0, "quarantine", "export", "--day", FIRST_DAY, "--to", sheet.toString());
        String mended = Files.readString(sheet)
                .replace("\"r1,bad\",,,", "\"r1,bad\",,repair,mended1," + FIRST_DAY + "T10:00:00+08:00,ws-0,sms,,,5");
        Files.writeString(sheet, mended.replaceFirst("sms,,,5,,,,,,,,,", "sms,,,5,,,"));
        run(place, 0, "quarantine", "replay", "--from", sheet.toString());
    }

    /** ws-2 is held, ws-3 is paid through a cloud account, ws-4 is free, ws-5 is a private deployment with a fee. */
    private static void writeReference(Path reference) throws IOException {
        Files.writeString(
                reference.resolve("billing_accounts.csv"),
                "account_id,username,name,currency,certified\na1,a1,One,CNY,true\na2,a2,Two,CNY,true\n");
        Files.writeString(reference.resolve("bindings.csv"), """
                workspace_id,account_id,settlement,vendor_account,from,to
                ws-0,a1,wallet,,2026-01-01,
                ws-1,a1,wallet,,2026-01-01,
                ws-3,a2,aliyun,ali-1,2026-01-01,
                ws-4,a1,wallet,,2026-01-01,
                ws-5,a1,wallet,,2026-01-01,
                """);
        Files.writeString(
                reference.resolve("plans.csv"),
                "workspace_id,plan,from,to\nws-4,free,2026-01-01,\nws-5,private,2026-01-01,\n");
        Files.writeString(
                reference.resolve("private_tariffs.csv"),
                "workspace_id,scheme,collectors,price,maintenance,from,to\nws-5,subscription,3,10.00,,2026-10-15,\n");
        Files.writeString(
                reference.resolve("vouchers.csv"),
                "voucher_id,account_id,kind,amount,activated,expires\nv1,a1,ordinary,5.00,2026-10-01,2027-10-01\n");
        Files.writeString(
                reference.resolve("prepaid_cards.csv"),
                "card_id,account_id,amount,purchased,expires\nc1,a1,100.00,2026-10-01,2027-10-01\n");
        Files.writeString(
                reference.resolve("recharges.csv"), "recharge_id,account_id,amount,day\nr1,a1,3.00,2026-10-15\n");
        Files.writeString(
                reference.resolve("alert_thresholds.csv"),
                "workspace_id,meter,amount,from,to\nws-0,,0.01,2026-01-01,\nws-1,sms,0.01,2026-01-01,\n");
    }

    private static void run(Workplace place, int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }
}
