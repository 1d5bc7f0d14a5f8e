package io.billingcenter.writers.tables.quarantine;

import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.metering.WithdrawnFileTable;
import io.billingcenter.schema.quarantine.QuarantineRepairTable;
import io.billingcenter.writers.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Carries out a {@link RepairPlan}: writes the files into their folders, whole and beside all others, then marks the
 * quarantined records in table {@code quarantine_repair}. The content of a file makes its name, so a crash in between leaves a file that
 * a repeat finds to be there.
 */
public final class RepairStore {

    /** Takes the bytes of the record from the quarantine, so that a later change of them shows. */
    private static final String INSERT = """
            INSERT INTO quarantine_repair (%s)
            SELECT q.workspace_id, q.billing_day, q.file, q.byte_offset, q.line, q.raw, CAST(? AS VARCHAR(64)),
              CAST(? AS VARCHAR(64)), CAST(? AS DATE), CAST(? AS VARCHAR(1024)), CAST(? AS BIGINT)
            FROM quarantined_record q
            JOIN day_reading r
              ON r.workspace_id = q.workspace_id AND r.billing_day = q.billing_day AND r.reading = q.reading
                AND r.is_current = TRUE
            WHERE q.workspace_id = ? AND q.billing_day = ? AND q.file = ? AND q.byte_offset = ? AND q.line = ?""".formatted(QuarantineRepairTable.TABLE.columnList());

    private static final List<Column<?>> INSERTED = List.of(
            QuarantineRepairTable.MENDED_DIGEST,
            QuarantineRepairTable.REPAIR_WORKSPACE_ID,
            QuarantineRepairTable.REPAIR_DAY,
            QuarantineRepairTable.REPAIR_FILE,
            QuarantineRepairTable.RUN_ID,
            QuarantineRepairTable.WORKSPACE_ID,
            QuarantineRepairTable.BILLING_DAY,
            QuarantineRepairTable.FILE,
            QuarantineRepairTable.BYTE_OFFSET,
            QuarantineRepairTable.LINE);

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Stores for that run, in the transaction of the caller. */
    public RepairStore(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /**
     * Carries out the plan.
     *
     * @param folderOf the folder of a workspace-day; made when it is not there
     * @return the files that were not there before
     * @throws IllegalArgumentException when a file of that name has another content; then nothing is written
     */
    public List<RepairFile> store(RepairPlan plan, Function<WorkspaceDay, Path> folderOf) throws IOException {
        List<RepairFile> missing = new ArrayList<>();
        for (RepairFile file : plan.files()) {
            Path path = folderOf.apply(file.target()).resolve(file.name());
            if (!Files.exists(path)) {
                missing.add(file);
            } else if (!Arrays.equals(Files.readAllBytes(path), file.content())) {
                throw new IllegalArgumentException("Expected the repair file " + path
                        + " as it was written, found another content; delete it and replay the repaired records again");
            }
        }
        for (RepairFile file : missing) {
            AtomicFile.write(folderOf.apply(file.target()).resolve(file.name()), file.content());
        }
        mark(plan.repairs());
        for (RepairFile file : plan.files()) {
            jdbc.update(
                    WithdrawnFileTable.TABLE.delete(WithdrawnFileTable.KEY),
                    file.target().workspace().value(),
                    file.target().day().date(),
                    file.name());
        }
        return missing;
    }

    private void mark(List<Repair> repairs) {
        List<TableRow> rows = repairs.stream()
                .map(repair -> QuarantineRepairTable.row(repair, runId))
                .toList();
        QuarantineRepairTable.TABLE.delete(jdbc, QuarantineRepairTable.KEY, rows);
        QuarantineRepairTable.TABLE.execute(jdbc, INSERT, INSERTED, rows);
    }
}
