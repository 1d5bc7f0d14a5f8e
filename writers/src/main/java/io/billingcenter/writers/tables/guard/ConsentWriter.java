package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.Acknowledgement;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores consents and acknowledgements, each with a control total in the same transaction. They are never changed and
 * never deleted. The next run that seals seals them, whoever wrote them; the caller holds the lock of the run.
 */
public final class ConsentWriter {

    private static final String INSERT_CONSENT =
            "INSERT INTO consent (consent_number, kind, subject, from_day, to_day, reason, given_by, given_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT_ACKNOWLEDGEMENT = """
            INSERT INTO acknowledgement (ack_number, workspace_id, from_day, until_day, reason, meter, note, given_by,
              given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_CELL = """
            INSERT INTO acknowledged_cell (ack_number, workspace_id, billing_day, reason, meter, retention_days)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private static final String STOP_SEPARATOR = "#";

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public ConsentWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a consent in the caller's transaction.
     *
     * @return its number
     */
    public long add(Consent consent) {
        long number = next("SELECT MAX(consent_number) FROM consent");
        @Nullable
        Object[] cells = {
            consent.kind().code(),
            consent.subject(),
            dateOf(consent.from()),
            dateOf(consent.to()),
            consent.reason(),
            consent.by().who(),
            consent.by().when()
        };
        jdbc.update(INSERT_CONSENT, row(number, cells));
        RowDigests evidence = new RowDigests().add(DigestedTable.CONSENT, cells);
        if (consent.kind() == ConsentKind.STOP) {
            addStop(evidence, consent.subject());
        }
        count("consent", number, consent.by(), evidence);
        return number;
    }

    /**
     * Stores an acknowledgement in the caller's transaction.
     *
     * @param cells those that exist now and are covered
     * @return its number
     */
    public long add(Acknowledgement acknowledgement, Collection<OpenCell.Key> cells) {
        long number = next("SELECT MAX(ack_number) FROM acknowledgement");
        @Nullable
        Object[] words = {
            acknowledgement.workspace(),
            dateOf(acknowledgement.from()),
            dateOf(acknowledgement.until()),
            acknowledgement.reason(),
            acknowledgement.meter(),
            acknowledgement.note(),
            acknowledgement.by().who(),
            acknowledgement.by().when()
        };
        jdbc.update(INSERT_ACKNOWLEDGEMENT, row(number, words));
        RowDigests evidence = new RowDigests().add(DigestedTable.ACKNOWLEDGEMENT, words);
        List<@Nullable Object[]> rows =
                Set.copyOf(cells).stream().map(ConsentWriter::cellsOf).toList();
        rows.forEach(cell -> evidence.add(DigestedTable.ACKNOWLEDGED_CELL, cell));
        jdbc.batchUpdate(
                INSERT_CELL, rows.stream().map(cell -> row(number, cell)).toList());
        count("acknowledgement", number, acknowledgement.by(), evidence);
        return number;
    }

    private static @Nullable Object[] cellsOf(OpenCell.Key cell) {
        return new @Nullable Object[] {
            cell.workspace(), cell.day().date(), cell.reason(), cell.meter(), cell.retentionDays()
        };
    }

    /** Adds the reasons that a person consents to: nobody may change the amounts afterwards. */
    private void addStop(RowDigests evidence, String subject) {
        int end = subject.lastIndexOf(STOP_SEPARATOR);
        String fingerprint = subject.substring(0, end);
        int version = Integer.parseInt(subject.substring(end + 1));
        add(evidence, DigestedTable.GUARD_STOP, fingerprint, version);
        add(evidence, DigestedTable.GUARD_STOP_REASON, fingerprint, version);
    }

    private void add(RowDigests evidence, DigestedTable table, String fingerprint, int version) {
        jdbc.query(
                "SELECT * FROM " + table.tableName() + " WHERE fingerprint = ? AND version = ?",
                (ResultSet row) -> {
                    evidence.add(table, cells(row, table));
                },
                fingerprint,
                version);
    }

    private static @Nullable Object[] cells(ResultSet row, DigestedTable table) throws SQLException {
        @Nullable Object[] cells = new @Nullable Object[table.columns().size()];
        for (int i = 0; i < cells.length; i++) {
            String column = table.columns().get(i);
            cells[i] = column.endsWith("_day") ? row.getObject(column, LocalDate.class) : row.getObject(column);
        }
        return cells;
    }

    private void count(String subject, long number, Consent.Given by, RowDigests evidence) {
        new ControlTotals(jdbc, runToSealIt())
                .insert(List.of(new ControlTotal(
                        ControlStage.CONSENT,
                        "",
                        LocalDate.parse(by.when()
                                .substring(0, LocalDate.EPOCH.toString().length())),
                        Math.toIntExact(number),
                        subject,
                        "",
                        null,
                        1,
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        evidence.parts())));
    }

    /** A number of a run above all that are sealed, and not above that of any run that will seal. */
    private long runToSealIt() {
        Set<Long> sealed = new TreeSet<>(Set.of(-1L));
        sealed.addAll(
                jdbc.query("SELECT run_id FROM gate_passed WHERE gate = 'seal'", (row, number) -> row.getLong(1)));
        sealed.addAll(jdbc.query("SELECT COALESCE(MAX(run_id), -1) FROM run_seal", (row, number) -> row.getLong(1)));
        return sealed.stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
    }

    private long next(String last) {
        Long number = jdbc.queryForObject(last, Long.class);
        return number == null ? 1 : number + 1;
    }

    private static @Nullable Object[] row(long number, @Nullable Object[] cells) {
        @Nullable Object[] row = new @Nullable Object[cells.length + 1];
        row[0] = number;
        System.arraycopy(cells, 0, row, 1, cells.length);
        return row;
    }

    private static @Nullable LocalDate dateOf(@Nullable BillingDay day) {
        return day == null ? null : day.date();
    }
}
