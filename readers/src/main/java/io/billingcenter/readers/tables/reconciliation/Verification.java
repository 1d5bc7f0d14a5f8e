package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.RunSeal;
import io.billingcenter.readers.tables.paging.TableNames;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.readers.tables.reconciliation.ControlTables.SealedTotals;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.digest.StateTable;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds every later change of what was written: digests of rows and files are computed again and compared with those of
 * the control totals, and these with the seals.
 */
public final class Verification {

    private final JdbcTemplate jdbc;
    private final Path out;
    private final ReconciliationResult sheet;
    private final ControlTables tables;

    /**
     * Compares onto the sheet.
     *
     * @param out folder of the delivered files
     */
    public Verification(JdbcTemplate jdbc, Path out, ReconciliationResult sheet) {
        this.jdbc = jdbc;
        this.out = out;
        this.sheet = sheet;
        this.tables = new ControlTables(jdbc);
    }

    /**
     * Compares everything.
     *
     * @param sealedRun the last run that left everything sealed
     * @param ended whether no run has changed anything since, so that also tables that change can be compared
     */
    public void verify(long sealedRun, boolean ended) {
        verifyOlderRows(sealedRun, ended);
        new BillControl(jdbc, sheet).compareWallets();
        verifyFiles();
    }

    /** Compares the files that were published with what was recorded of them. */
    public void verifyFiles() {
        new DeliveryVerification(jdbc, out, sheet).verify();
    }

    /**
     * Compares the rows of a database that an older program has left with what was sealed of them. Tables that came later
     * may be missing; wallets are not compared with each other, since that takes the tables of this program.
     *
     * @param sealedRun the last run that left everything sealed
     * @param ended whether no run has changed anything since
     */
    public void verifyOlderRows(long sealedRun, boolean ended) {
        verifySeals(sealedRun);
        ControlTotalVerifier units = new ControlTotalVerifier(jdbc, sheet);
        for (Range range : tables.ranges("stage IN ('read', 'rated', 'posted', 'alert')")) {
            units.verifyWorkspaces(range);
        }
        units.verifyFees();
        units.verifyInvoices();
        units.verifySettlements(tables.ranges("stage = 'settled'"));
        new QuarantineVerification(jdbc, sheet).verify();
        if (TableNames.has(jdbc, "consent")) {
            new ConsentVerification(jdbc, sheet).verify();
        }
        if (ended) {
            verifyStates();
        }
    }

    private void verifySeals(long sealedRun) {
        List<RunSeal> seals = tables.seals();
        String previous = "";
        long afterRun = -1;
        int number = 0;
        for (RunSeal seal : seals) {
            number++;
            String key = "run_seal " + seal.number() + " of run " + seal.runId();
            sheet.compare(ControlLevel.SEAL, key + " number", seal.number(), number);
            sheet.compare(ControlLevel.SEAL, key + " previous seal", seal.previous(), previous);
            sheet.compare(ControlLevel.SEAL, key, seal.seal(), seal.computed());
            SealedTotals totals = tables.totals(afterRun, seal.runId());
            sheet.compare(ControlLevel.SEAL, key + " control totals", seal.totals(), totals.count());
            sheet.compare(ControlLevel.SEAL, key + " control_total", seal.totalsDigest(), totals.digest());
            previous = seal.seal();
            afterRun = seal.runId();
        }
        Long unsealed = jdbc.queryForObject(
                "SELECT COUNT(*) FROM control_total WHERE run_id > ? AND run_id <= ?", Long.class, afterRun, sealedRun);
        sheet.compare(
                ControlLevel.SEAL,
                "run_seal, control totals behind run " + afterRun + " without a seal",
                0,
                unsealed == null ? 0 : unsealed);
    }

    private void verifyStates() {
        for (StateTable table : StateTable.values()) {
            String sealed = tables.sealedState(table);
            if (sealed != null) {
                sheet.compare(
                        ControlLevel.ROW_DIGESTS,
                        "table " + table.tableName(),
                        sealed,
                        tables.state(table).parts());
            }
        }
    }

    /** Compares what units were with what they are. */
    static void compare(ReconciliationResult sheet, Map<String, String> written, Map<String, RowDigests> found) {
        TreeSet<String> keys = new TreeSet<>(written.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            String then = written.getOrDefault(key, "");
            RowDigests digests = found.get(key);
            String now = digests == null ? "" : digests.parts();
            if (then.equals(now)) {
                sheet.equal(ControlLevel.ROW_DIGESTS, 1, BigDecimal.ZERO);
            } else {
                RowDigests.differences(then, now)
                        .forEach(part -> sheet.compare(
                                ControlLevel.ROW_DIGESTS, part.table() + " of " + key, part.left(), part.right()));
            }
        }
    }

    /** Bad records: their hashes are added up, a page of them at a time. */
    private static final class QuarantineVerification {

        private static final int PAGE_ROWS = 500;
        private static final String NEXT = """
                SELECT * FROM quarantined_record WHERE workspace_id = ? AND billing_day = ? AND reading = ?
                  AND (file > ? OR file = ? AND (byte_offset > ? OR byte_offset = ? AND line > ?))
                ORDER BY file, byte_offset, line FETCH FIRST %d ROWS ONLY""".formatted(PAGE_ROWS);

        private record Unit(String workspace, Object day, int reading) {
            String key() {
                return workspace + "/" + day + " reading " + reading;
            }
        }

        private record Place(String file, long offset, long line) {}

        private final JdbcTemplate jdbc;
        private final ReconciliationResult sheet;

        QuarantineVerification(JdbcTemplate jdbc, ReconciliationResult sheet) {
            this.jdbc = jdbc;
            this.sheet = sheet;
        }

        void verify() {
            Map<String, RowSum> written = new TreeMap<>();
            Map<String, Unit> units = new TreeMap<>();
            jdbc.query("SELECT * FROM control_total WHERE stage = 'quarantined'", row -> {
                Unit unit = new Unit(
                        row.getString("workspace_id"),
                        row.getObject("control_day", LocalDate.class),
                        row.getInt("version"));
                units.put(unit.key(), unit);
                written.computeIfAbsent(unit.key(), key -> new RowSum(DigestedTable.QUARANTINED_RECORD))
                        .addParts(row.getString("parts"));
            });
            jdbc.query("SELECT DISTINCT workspace_id, billing_day, reading FROM quarantined_record", row -> {
                Unit unit = new Unit(
                        row.getString("workspace_id"),
                        row.getObject("billing_day", LocalDate.class),
                        row.getInt("reading"));
                units.put(unit.key(), unit);
            });
            units.forEach((key, unit) -> {
                RowSum sum = written.get(key);
                sheet.compare(
                        ControlLevel.ROW_DIGESTS,
                        "quarantined_record of " + key,
                        sum == null ? "" : sum.parts(),
                        now(unit).parts());
            });
        }

        private RowSum now(Unit unit) {
            RowSum sum = new RowSum(DigestedTable.QUARANTINED_RECORD);
            Place last = new Place("", -1, -1);
            List<Place> page;
            do {
                page = new ArrayList<>();
                List<Place> places = page;
                jdbc.query(
                        NEXT,
                        row -> {
                            sum.add(CellReader.cells(row, DigestedTable.QUARANTINED_RECORD.columns()));
                            places.add(
                                    new Place(row.getString("file"), row.getLong("byte_offset"), row.getLong("line")));
                        },
                        unit.workspace(),
                        unit.day(),
                        unit.reading(),
                        last.file(),
                        last.file(),
                        last.offset(),
                        last.offset(),
                        last.line());
                last = page.isEmpty() ? last : page.get(page.size() - 1);
            } while (page.size() == PAGE_ROWS);
            return sum;
        }
    }
}
