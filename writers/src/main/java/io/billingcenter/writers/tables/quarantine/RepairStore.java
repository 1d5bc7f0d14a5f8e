package io.billingcenter.writers.tables.quarantine;

import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.usage.WorkspaceDay;
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
 * Carries out a {@link RepairPlan}: puts the files into their folders, whole and beside all others, then marks the bad
 * records in table {@code quarantine_repair}. The content of a file makes its name, so a crash in between leaves a file that
 * a repeat finds to be there.
 */
public final class RepairStore {

    private static final String INSERT = """
            INSERT INTO quarantine_repair (workspace_id, billing_day, file, byte_offset, line, raw, mended_digest,
              repair_workspace_id, repair_day, repair_file, run_id)
            SELECT q.workspace_id, q.billing_day, q.file, q.byte_offset, q.line, q.raw, CAST(? AS VARCHAR(64)),
              CAST(? AS VARCHAR(64)), CAST(? AS DATE), CAST(? AS VARCHAR(1024)), CAST(? AS BIGINT)
            FROM quarantined_record q
            JOIN day_reading r
              ON r.workspace_id = q.workspace_id AND r.billing_day = q.billing_day AND r.reading = q.reading
                AND r.is_current = TRUE
            WHERE q.workspace_id = ? AND q.billing_day = ? AND q.file = ? AND q.byte_offset = ? AND q.line = ?""";

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
                        + " as it was written, found another content; delete it and replay the mended records again");
            }
        }
        for (RepairFile file : missing) {
            AtomicFile.write(folderOf.apply(file.target()).resolve(file.name()), file.content());
        }
        mark(plan.repairs());
        for (RepairFile file : plan.files()) {
            jdbc.update(
                    "DELETE FROM withdrawn_file WHERE workspace_id = ? AND billing_day = ? AND name = ?",
                    file.target().workspace().value(),
                    file.target().day().date(),
                    file.name());
        }
        return missing;
    }

    private void mark(List<Repair> repairs) {
        List<Object[]> keys = repairs.stream()
                .map(Repair::original)
                .distinct()
                .map(RepairStore::key)
                .toList();
        List<Object[]> rows = repairs.stream().map(this::row).toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate("""
                    DELETE FROM quarantine_repair
                    WHERE workspace_id = ? AND billing_day = ? AND file = ? AND byte_offset = ? AND line = ?""", keys);
            jdbc.batchUpdate(INSERT, rows);
        }
    }

    private Object[] row(Repair repair) {
        List<Object> row = new ArrayList<>(List.of(
                repair.repairedDigest(),
                repair.target().workspace().value(),
                repair.target().day().date(),
                repair.file(),
                runId));
        row.addAll(Arrays.asList(key(repair.original())));
        return row.toArray();
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
