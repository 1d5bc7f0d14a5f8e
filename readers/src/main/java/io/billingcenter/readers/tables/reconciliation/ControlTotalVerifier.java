package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.paging.Columns;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.digest.RowSum;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Computes the digests of units of work from the rows that are there now, and compares them with their control totals. */
final class ControlTotalVerifier {

    private static final int HALF_A_DIGEST = 32;
    private static final int PAGE_INVOICES = 1_000;

    /** A digest of measures does not depend on whose they are. */
    private static final WorkspaceDay NOWHERE =
            new WorkspaceDay(new WorkspaceId("none"), BillingDay.parse("2000-01-01"));

    private final JdbcTemplate jdbc;
    private final ReconciliationResult sheet;

    ControlTotalVerifier(JdbcTemplate jdbc, ReconciliationResult sheet) {
        this.jdbc = jdbc;
        this.sheet = sheet;
    }

    /** Readings, ratings, postings and alerts of the workspaces. */
    void verifyWorkspaces(Range range) {
        Map<String, String> written = new HashMap<>();
        for (String stage : List.of("read", "rated", "posted", "alert")) {
            totals(
                    written,
                    "stage = '" + stage + "' AND workspace_id <> ''" + range.condition("workspace_id"),
                    range.arguments());
        }
        Map<String, RowDigests> found = new HashMap<>();
        verifyReadings(range, written, found);
        add(found, DigestedTable.RATED_DAY, range, "", row -> rated(row));
        add(found, DigestedTable.USAGE, range, "", row -> rated(row));
        add(found, DigestedTable.CHARGE, range, "", row -> rated(row));
        add(found, DigestedTable.DAY_HOLD, range, "", row -> rated(row));
        add(
                found,
                DigestedTable.POSTING,
                range,
                " AND agreement_id = ''",
                row -> Columns.workspaceDay(row) + " posting of rating " + row.getInt("rating") + " "
                        + row.getString("currency"));
        add(
                found,
                DigestedTable.RAISED_ALERT,
                range,
                "",
                row -> Columns.workspaceDay(row) + " alert " + row.getString("meter") + " "
                        + row.getString("currency"));
        Verification.compare(sheet, written, found);
    }

    /** Fee postings, a billing day at a time. */
    void verifyFees() {
        Set<Object> days = new TreeSet<>(jdbc.query("""
                SELECT control_day FROM control_total WHERE stage = 'fee'
                UNION SELECT billing_day FROM posting WHERE agreement_id <> ''""", (row, number) -> row.getObject(1, LocalDate.class)));
        for (Object day : days) {
            Map<String, String> written = new HashMap<>();
            totals(written, "stage = 'fee' AND workspace_id = '' AND control_day = ?", day);
            Map<String, RowDigests> found = new HashMap<>();
            jdbc.query(
                    "SELECT * FROM posting WHERE billing_day = ? AND agreement_id <> ''",
                    (ResultSet row) -> {
                        found.computeIfAbsent(fee(row, day), key -> new RowDigests())
                                .add(DigestedTable.POSTING, CellReader.cells(row, DigestedTable.POSTING.columns()));
                    },
                    day);
            Verification.compare(sheet, written, found);
        }
    }

    /** Verifies invoices, a page at a time. */
    void verifyInvoices() {
        String after = "";
        List<String> numbers;
        do {
            numbers = jdbc.query(
                    "SELECT subject FROM control_total WHERE stage = 'invoiced' AND workspace_id = '' AND subject > ?"
                            + " ORDER BY subject FETCH FIRST " + PAGE_INVOICES + " ROWS ONLY",
                    (row, number) -> row.getString("subject"),
                    after);
            boolean isLast = numbers.size() < PAGE_INVOICES;
            verifyInvoices(new Range(after, isLast ? null : numbers.get(numbers.size() - 1)));
            after = numbers.isEmpty() ? after : numbers.get(numbers.size() - 1);
        } while (numbers.size() == PAGE_INVOICES);
    }

    private void verifyInvoices(Range range) {
        Map<String, String> written = new HashMap<>();
        totals(written, "stage = 'invoiced' AND workspace_id = ''" + range.condition("subject"), range.arguments());
        Map<String, RowDigests> found = new HashMap<>();
        for (DigestedTable table : List.of(DigestedTable.INVOICE, DigestedTable.INVOICE_LINE)) {
            jdbc.query(
                    "SELECT * FROM " + table.tableName() + " WHERE 1 = 1" + range.condition("invoice_number"),
                    (ResultSet row) -> {
                        found.computeIfAbsent("invoice " + row.getString("invoice_number"), key -> new RowDigests())
                                .add(table, CellReader.cells(row, table.columns()));
                    },
                    range.arguments());
        }
        Verification.compare(sheet, written, found);
    }

    /** Settlements: what only grows is added up, of the rest the last word counts. */
    void verifySettlements(List<Range> ranges) {
        for (Range range : ranges) {
            Map<String, String> written = new HashMap<>();
            Map<String, String> lastOf = new HashMap<>();
            Map<String, Map<String, RowSum>> grown = new TreeMap<>();
            jdbc.query(
                    "SELECT * FROM control_total WHERE stage = 'settled'" + range.condition("workspace_id")
                            + " ORDER BY workspace_id, control_day, version",
                    (ResultSet row) -> {
                        String wallet = wallet(row.getString("workspace_id"), row.getString("currency"));
                        String parts = row.getString("parts");
                        sheet.compare(
                                ControlLevel.ROW_DIGESTS,
                                "control_total of " + wallet + " " + row.getString("control_day"),
                                row.getString("digest"),
                                Digests.sha256(parts));
                        switch (row.getString("subject")) {
                            case "ledger" -> addParts(grown.computeIfAbsent(wallet, key -> new TreeMap<>()), parts);
                            case "wallet" -> lastOf.put(wallet, parts);
                            default ->
                                written.put(
                                        wallet + " " + row.getObject("control_day", LocalDate.class) + " "
                                                + row.getString("subject"),
                                        parts);
                        }
                    },
                    range.arguments());
            written.putAll(lastOf);
            Map<String, RowDigests> found = new HashMap<>();
            for (DigestedTable table : List.of(DigestedTable.WALLET, DigestedTable.WALLET_BALANCE)) {
                ofAccounts(
                        table,
                        range,
                        row -> digestsOf(found, wallet(row.getString("account_id"), row.getString("currency")))
                                .add(table, CellReader.cells(row, table.columns())));
            }
            ofAccounts(
                    DigestedTable.BILL_PAYMENT,
                    range,
                    row -> digestsOf(
                                    found,
                                    wallet(row.getString("account_id"), row.getString("currency")) + " "
                                            + row.getObject("posted_day", LocalDate.class) + " bill "
                                            + row.getString("settlement"))
                            .add(
                                    DigestedTable.BILL_PAYMENT,
                                    CellReader.cells(row, DigestedTable.BILL_PAYMENT.columns())));
            Verification.compare(sheet, written, found);
            verifyGrown(range, grown);
        }
    }

    private void verifyGrown(Range range, Map<String, Map<String, RowSum>> written) {
        Map<String, Map<String, RowSum>> found = new TreeMap<>();
        for (DigestedTable table : List.of(
                DigestedTable.LEDGER_ENTRY,
                DigestedTable.LINE_PAYMENT,
                DigestedTable.MARKETPLACE_RECORD,
                DigestedTable.ACCOUNT_STATE,
                DigestedTable.APPLIED_UNLOCK)) {
            ofAccounts(
                    table,
                    range,
                    row -> found.computeIfAbsent(
                                    wallet(row.getString("account_id"), row.getString("currency")),
                                    key -> new TreeMap<>())
                            .computeIfAbsent(table.tableName(), RowSum::new)
                            .add(CellReader.cells(row, table.columns())));
        }
        Set<String> wallets = new TreeSet<>(written.keySet());
        wallets.addAll(found.keySet());
        for (String wallet : wallets) {
            Map<String, RowSum> then = written.getOrDefault(wallet, Map.of());
            Map<String, RowSum> now = found.getOrDefault(wallet, Map.of());
            Set<String> names = new TreeSet<>(then.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                sheet.compare(
                        ControlLevel.ROW_DIGESTS,
                        name + " of " + wallet,
                        then.getOrDefault(name, new RowSum(name)).parts(),
                        now.getOrDefault(name, new RowSum(name)).parts());
            }
        }
    }

    private static void addParts(Map<String, RowSum> sums, String parts) {
        for (String part : parts.split(";", -1)) {
            int end = part.indexOf(' ');
            if (end > 0) {
                sums.computeIfAbsent(part.substring(0, end), RowSum::new).addParts(part);
            }
        }
    }

    /** The rows of a table; none of one that came after the program that has left the database. */
    private void ofAccounts(DigestedTable table, Range range, RowUse use) {
        if (!TableNames.has(jdbc, table.tableName())) {
            return;
        }
        jdbc.query(
                "SELECT * FROM " + table.tableName() + " WHERE 1 = 1" + range.condition("account_id"),
                (ResultSet row) -> use.take(row),
                range.arguments());
    }

    private static RowDigests digestsOf(Map<String, RowDigests> found, String key) {
        return found.computeIfAbsent(key, unit -> new RowDigests());
    }

    private static String wallet(String account, String currency) {
        return "account " + account + " " + currency;
    }

    private void verifyReadings(Range range, Map<String, String> written, Map<String, RowDigests> found) {
        Map<String, Revision> revisions = revisions(range);
        Map<String, String> fileLists = new TreeMap<>();
        Map<String, List<String>> files = new HashMap<>();
        query(DigestedTable.DAY_READING, range, "", row -> {
            String key = read(row);
            RowDigests digests = found.computeIfAbsent(key, unit -> new RowDigests());
            digests.add(DigestedTable.DAY_READING, CellReader.cells(row, DigestedTable.DAY_READING.columns()));
            fileLists.put(key, row.getString("input_digest").substring(0, HALF_A_DIGEST));
            Revision revision = revisions.get(revision(row));
            if (revision != null) {
                revision.read = true;
                digests.add(
                        DigestedTable.METERED_DAY, row.getInt("revision"), revision.contentDigest, revision.recordHash);
            }
        });
        query(DigestedTable.TRAFFIC_FILE, range, "", row -> {
            String key = read(row);
            boolean isListedOnly = row.getObject("records") == null && !written.containsKey(key);
            if (!isListedOnly) {
                found.computeIfAbsent(key, unit -> new RowDigests())
                        .add(DigestedTable.TRAFFIC_FILE, CellReader.cells(row, DigestedTable.TRAFFIC_FILE.columns()));
                files.computeIfAbsent(key, unit -> new ArrayList<>())
                        .add(row.getString("name")
                                + '\0'
                                + row.getLong("size_bytes")
                                + '\0'
                                + row.getString("modified"));
            }
        });
        fileLists.forEach((key, digest) -> sheet.compare(
                ControlLevel.ROW_DIGESTS,
                "traffic_file of " + key + ", sizes and times",
                digest,
                listDigest(files.getOrDefault(key, List.of()))));
        query("measure", range, "", row -> {
            Revision revision = revisions.computeIfAbsent(revision(row), key -> new Revision("", ""));
            revision.measures.put(
                    new MeasureTier(Columns.measure(row), row.getInt("retention_days")),
                    row.getBigDecimal("quantity").toBigInteger());
        });
        revisions.forEach((key, revision) -> sheet.compare(
                ControlLevel.ROW_DIGESTS,
                (revision.read ? "measure of " : "metered_day without a reading of ") + key,
                revision.read ? revision.contentDigest : "",
                revision.digest()));
    }

    private Map<String, Revision> revisions(Range range) {
        Map<String, Revision> revisions = new TreeMap<>();
        query(DigestedTable.METERED_DAY, range, "", row -> {
            revisions.put(revision(row), new Revision(row.getString("content_digest"), row.getString("record_hash")));
        });
        return revisions;
    }

    /** Returns the digest by which a change of files is recognised. */
    private static String listDigest(List<String> files) {
        StringBuilder text = new StringBuilder();
        files.stream()
                .sorted((one, other) -> Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .forEach(file -> text.append('\n').append(file));
        return Digests.sha256(text.toString()).substring(0, HALF_A_DIGEST);
    }

    private void totals(Map<String, String> written, String condition, Object... arguments) {
        jdbc.query(
                "SELECT * FROM control_total WHERE " + condition,
                (ResultSet row) -> {
                    String key = keyOf(row);
                    String parts = row.getString("parts");
                    sheet.compare(
                            ControlLevel.ROW_DIGESTS,
                            "control_total of " + key,
                            row.getString("digest"),
                            Digests.sha256(parts));
                    written.put(key, parts);
                },
                arguments);
    }

    private static String keyOf(ResultSet total) throws SQLException {
        String place = total.getString("workspace_id") + "/" + total.getObject("control_day", LocalDate.class);
        int version = total.getInt("version");
        String subject = total.getString("subject");
        String currency = total.getString("currency");
        return switch (total.getString("stage")) {
            case "read" -> place + " reading " + version;
            case "rated" -> place + " rating " + version;
            case "posted" -> place + " posting of rating " + version + " " + currency;
            case "alert" -> place + " alert " + subject + " " + currency;
            case "invoiced" -> "invoice " + subject;
            default ->
                total.getObject("control_day", LocalDate.class) + " fee " + subject + " round " + version + " "
                        + currency;
        };
    }

    private static String fee(ResultSet row, Object day) throws SQLException {
        return day + " fee " + row.getString("agreement_id") + " round " + row.getInt("rating") + " "
                + row.getString("currency");
    }

    private static String read(ResultSet row) throws SQLException {
        return Columns.workspaceDay(row) + " reading " + row.getInt("reading");
    }

    private static String revision(ResultSet row) throws SQLException {
        return Columns.workspaceDay(row) + " revision " + row.getInt("revision");
    }

    private static String rated(ResultSet row) throws SQLException {
        return Columns.workspaceDay(row) + " rating " + row.getInt("rating");
    }

    private void add(Map<String, RowDigests> found, DigestedTable table, Range range, String more, Key key) {
        query(
                table,
                range,
                more,
                row -> found.computeIfAbsent(key.of(row), unit -> new RowDigests())
                        .add(table, CellReader.cells(row, table.columns())));
    }

    private void query(DigestedTable table, Range range, String more, RowUse use) {
        query(table.tableName(), range, more, use);
    }

    private void query(String table, Range range, String more, RowUse use) {
        if (!TableNames.has(jdbc, table)) {
            return;
        }
        jdbc.query(
                "SELECT * FROM " + table + " WHERE workspace_id <> ''" + range.condition("workspace_id") + more,
                (ResultSet row) -> use.take(row),
                range.arguments());
    }

    private interface RowUse {
        void take(ResultSet row) throws SQLException;
    }

    interface Key {
        String of(ResultSet row) throws SQLException;
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
