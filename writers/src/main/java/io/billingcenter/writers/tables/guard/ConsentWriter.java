package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.guard.Acknowledgement;
import io.billingcenter.domain.guard.Consent;
import io.billingcenter.domain.guard.ConsentKind;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.guard.AcknowledgedCellTable;
import io.billingcenter.schema.guard.AcknowledgementTable;
import io.billingcenter.schema.guard.ConsentTable;
import io.billingcenter.schema.guard.GuardStopReasonTable;
import io.billingcenter.schema.guard.GuardStopTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import io.billingcenter.writers.tables.reconciliation.UnsealedRun;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores consents and acknowledgements, each with a control total in the same transaction. They are never changed and
 * never deleted. The next run that seals seals them, whoever wrote them; the caller holds the lock of the run.
 */
public final class ConsentWriter {

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
        TableRow row = ConsentTable.row(number, consent);
        ConsentTable.TABLE.insert(jdbc, row);
        RowDigests digests = new RowDigests().add(row);
        if (consent.kind() == ConsentKind.STOP) {
            addStop(digests, consent.subject());
        }
        count("consent", number, consent.by(), digests);
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
        TableRow row = AcknowledgementTable.row(number, acknowledgement);
        List<TableRow> rows = Set.copyOf(cells).stream()
                .map(cell -> AcknowledgedCellTable.row(number, cell))
                .toList();
        AcknowledgementTable.TABLE.insert(jdbc, row);
        AcknowledgedCellTable.TABLE.insert(jdbc, rows);
        RowDigests digests = new RowDigests().add(row);
        rows.forEach(digests::add);
        count("acknowledgement", number, acknowledgement.by(), digests);
        return number;
    }

    /** Adds the reasons that a person consents to: nobody may change the amounts afterwards. */
    private void addStop(RowDigests digests, String subject) {
        int end = subject.lastIndexOf(STOP_SEPARATOR);
        String fingerprint = subject.substring(0, end);
        int version = Integer.parseInt(subject.substring(end + 1));
        for (Table table : List.of(GuardStopTable.TABLE, GuardStopReasonTable.TABLE)) {
            jdbc.query(
                    table.select() + " WHERE fingerprint = ? AND version = ?",
                    (ResultSet row) -> {
                        digests.add(table, row);
                    },
                    fingerprint,
                    version);
        }
    }

    private void count(String subject, long number, Consent.Given by, RowDigests digests) {
        new ControlTotals(jdbc, UnsealedRun.number(jdbc))
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
                        digests.parts())));
    }

    private long next(String last) {
        Long number = jdbc.queryForObject(last, Long.class);
        return number == null ? 1 : number + 1;
    }
}
