package io.billingcenter.readers.tables.quarantine;

import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the tables know of a bad record that was mended: whether it is there, and whether it was mended before. */
final class KnownRepairs {

    private static final String STORED = """
            SELECT q.raw FROM quarantined_record q
            JOIN day_reading r
              ON r.workspace_id = q.workspace_id AND r.billing_day = q.billing_day AND r.reading = q.reading
                AND r.is_current = TRUE
            WHERE q.workspace_id = ? AND q.billing_day = ? AND q.file = ? AND q.byte_offset = ? AND q.line = ?""";

    private static final String REPAIRS = """
            SELECT %s FROM quarantine_repair p
            WHERE p.workspace_id = ? AND p.billing_day = ? AND p.file = ? AND p.byte_offset = ? AND p.line = ?
            ORDER BY p.repair_workspace_id, p.repair_day, p.repair_file""".formatted(QuarantineRepairTable.TABLE.columnList("p"));

    private final JdbcTemplate jdbc;

    KnownRepairs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** SHA-256 of the bytes of what is in quarantine at that place now, if anything is. */
    Optional<String> rawSha256(Original original) {
        return jdbc
                .query(STORED, (row, number) -> Digests.sha256(QuarantinedRecordTable.RAW.get(row)), key(original))
                .stream()
                .findFirst();
    }

    /** How the record, with the bytes that it has, was mended; nothing when it was not. */
    List<Repair> of(Original original) {
        return jdbc
                .query(
                        REPAIRS,
                        (row, number) -> {
                            Original then = new Original(
                                    original.workspaceDay(),
                                    original.place(),
                                    Digests.sha256(QuarantineRepairTable.RAW.get(row)));
                            return new Repair(
                                    then,
                                    QuarantineRepairTable.MENDED_DIGEST.get(row),
                                    QuarantineRepairTable.target(row),
                                    QuarantineRepairTable.REPAIR_FILE.get(row));
                        },
                        key(original))
                .stream()
                .filter(repair -> repair.original().equals(original))
                .toList();
    }

    /** The last billing day of which anything was read; null when nothing ever was. */
    @Nullable
    BillingDay lastDay() {
        LocalDate last = jdbc.queryForObject("SELECT MAX(billing_day) FROM day_reading", LocalDate.class);
        return last == null ? null : new BillingDay(last);
    }

    private static Object[] key(Original original) {
        return new Object[] {
            original.workspaceDay().workspace().value(),
            original.workspaceDay().day().date(),
            original.place().file(),
            original.place().offset(),
            original.place().line()
        };
    }
}
