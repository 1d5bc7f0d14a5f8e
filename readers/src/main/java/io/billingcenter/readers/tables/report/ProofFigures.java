package io.billingcenter.readers.tables.report;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.report.RunReport.DeliveredSet;
import io.billingcenter.domain.report.RunReport.Difference;
import io.billingcenter.domain.report.RunReport.ReconciliationLine;
import io.billingcenter.schema.reconciliation.BalanceCheckTable;
import io.billingcenter.schema.reconciliation.DiscrepancyTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the comparisons of the gates, the seal, and the deliveries of a run. */
final class ProofFigures {

    private static final int LISTED_DIFFERENCES = 50;

    /** In the order in which a run comes to them. */
    private static final List<String> GATES = List.of("usage", "bills", "invoices");

    private final JdbcTemplate jdbc;
    private final ReportScope scope;

    ProofFigures(JdbcTemplate jdbc, ReportScope scope) {
        this.jdbc = jdbc;
        this.scope = scope;
    }

    @Nullable
    String seal() {
        return jdbc
                .queryForList(
                        "SELECT seal FROM run_seal WHERE run_id = ? ORDER BY seal_number DESC",
                        String.class,
                        scope.runId())
                .stream()
                .findFirst()
                .orElse(null);
    }

    List<ReconciliationLine> balance() {
        List<ReconciliationLine> lines = new ArrayList<>(jdbc.query(
                BalanceCheckTable.TABLE.select() + " WHERE run_id = ?", (row, n) -> balanceLine(row), scope.runId()));
        lines.sort(Comparator.comparingInt((ReconciliationLine line) -> GATES.indexOf(line.gate()))
                .thenComparingInt(line -> ordinal(line.level())));
        return List.copyOf(lines);
    }

    private static ReconciliationLine balanceLine(ResultSet row) throws SQLException {
        // A level of a later version of the program is shown by its code.
        String code = row.getString(BalanceCheckTable.LEVEL.name());
        Optional<ControlLevel> level = level(code);
        return new ReconciliationLine(
                BalanceCheckTable.GATE.get(row),
                code,
                level.map(ControlLevel::left).orElse(""),
                level.map(ControlLevel::right).orElse(""),
                BalanceCheckTable.COMPARED.get(row),
                BalanceCheckTable.DIFFERENCES.get(row),
                BalanceCheckTable.LEFT_SUM.get(row),
                BalanceCheckTable.RIGHT_SUM.get(row));
    }

    private static int ordinal(String code) {
        return level(code).map(ControlLevel::ordinal).orElse(Integer.MAX_VALUE);
    }

    private static Optional<ControlLevel> level(String code) {
        return Arrays.stream(ControlLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    List<Difference> differences() {
        return jdbc.query(
                DiscrepancyTable.TABLE.select() + " WHERE run_id = ? ORDER BY gate, item FETCH FIRST "
                        + LISTED_DIFFERENCES + " ROWS ONLY",
                (row, n) -> new Difference(
                        DiscrepancyTable.GATE.get(row),
                        row.getString(DiscrepancyTable.LEVEL.name()),
                        DiscrepancyTable.SUBJECT.get(row),
                        DiscrepancyTable.LEFT_VALUE.get(row),
                        DiscrepancyTable.RIGHT_VALUE.get(row)),
                scope.runId());
    }

    /** Returns the deliveries of this run, and the last revision of its period. */
    List<DeliveredSet> delivered() {
        TreeMap<String, DeliveredSet> sets = new TreeMap<>();
        jdbc.query(
                "SELECT period, MAX(revision) FROM delivery WHERE period IN (?, ?) GROUP BY period",
                row -> {
                    add(sets, row.getString(1), row.getInt(2), false);
                },
                scope.period().toString(),
                scope.posted().toString());
        jdbc.query(
                "SELECT subject, version FROM control_total WHERE run_id = ? AND stage = 'delivered'",
                row -> {
                    add(sets, row.getString(1), row.getInt(2), true);
                },
                scope.runId());
        return List.copyOf(sets.values());
    }

    private void add(Map<String, DeliveredSet> sets, String period, int revision, boolean isNew) {
        String folder = period + "/r" + revision;
        List<DeliveredSet.File> files = jdbc.query(
                "SELECT path, row_count, size_bytes FROM delivered_file WHERE period = ? AND revision = ? ORDER BY path",
                (row, n) -> new DeliveredSet.File(row.getString(1), row.getLong(2), row.getLong(3)),
                period,
                revision);
        sets.put(folder, new DeliveredSet(period, revision, folder, isNew, files));
    }
}
