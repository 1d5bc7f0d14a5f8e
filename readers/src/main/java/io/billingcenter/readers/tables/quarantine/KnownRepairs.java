package io.billingcenter.readers.tables.quarantine;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the quarantined record of a repair, and its earlier repairs. */
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

    /** Returns the SHA-256 of the bytes that are in quarantine at that place now, if any are. */
    Optional<String> rawSha256(Original original) {
        return jdbc
                .query(STORED, (row, number) -> Digests.sha256(QuarantinedRecordTable.RAW.get(row)), key(original))
                .stream()
                .findFirst();
    }

    /** Returns the repairs of the record with its present bytes. */
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

    /** Returns the last billing day with a reading; null without any. */
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
