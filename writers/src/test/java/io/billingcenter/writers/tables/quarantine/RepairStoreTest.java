package io.billingcenter.writers.tables.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.Repair;
import io.billingcenter.domain.quarantine.RepairFile;
import io.billingcenter.domain.quarantine.RepairPlan;
import io.billingcenter.domain.quarantine.RepairedRecord;
import io.billingcenter.domain.quarantine.RepairedRecord.Original;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Repaired records get into the folders of their days as whole files, and their originals are marked. */
class RepairStoreTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-11-21"));
    private static final WorkspaceDay TARGET = new WorkspaceDay(new WorkspaceId("w2"), BillingDay.parse("2026-11-22"));
    private static final Original ORIGINAL = new Original(DAY, new RecordPlace("a.csv", 3, 120), "digest");
    private static final String TEXT = "id-1,2026-11-22T00:00:00Z,w2,sms,,,1,,";
    private static final RepairedRecord RECORD = new RepairedRecord(1, ORIGINAL, TEXT, "w2", null);
    private static final RepairFile FILE = RepairFile.of(TARGET, List.of(RECORD));

    @TempDir
    private Path traffic;

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        reading(1, false);
        reading(2, true);
    }

    @Test
    void theFileLiesWholeInTheFolderOfItsDay() throws IOException {
        assertThat(store("mended")).containsExactly(FILE);
        Path file = traffic.resolve("w2/2026-11-22").resolve(FILE.name());
        assertThat(file).hasBinaryContent(FILE.content());
        assertThat(Files.readAllLines(file))
                .containsExactly("record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds", TEXT);
        assertThat(files()).containsExactly(file);
    }

    @Test
    void theOriginalOfTheCurrentReadingIsMarkedWithItsBytes() throws IOException {
        store("mended");
        assertThat(TableText.of(jdbc, """
                        SELECT workspace_id, billing_day, file, byte_offset, line, mended_digest, repair_workspace_id,
                          repair_day, repair_file, run_id FROM quarantine_repair"""))
                .containsExactly("w1|2026-11-21|a.csv|120|3|mended|w2|2026-11-22|" + FILE.name() + "|7");
        assertThat(jdbc.query("SELECT raw FROM quarantine_repair", (row, number) -> row.getBytes(1)))
                .singleElement()
                .isEqualTo(new byte[] {2, 0, -1});
    }

    @Test
    void aRepeatFindsItsFileAndMarksTheSame() throws IOException {
        store("mended");
        List<String> marks = TableText.of(jdbc, "SELECT * FROM quarantine_repair");
        assertThat(store("mended")).isEmpty();
        assertThat(TableText.of(jdbc, "SELECT * FROM quarantine_repair")).isEqualTo(marks);
        assertThat(files()).hasSize(1);
    }

    @Test
    void anotherRepairOfTheSameRecordReplacesTheMark() throws IOException {
        store("first");
        store("second");
        assertThat(TableText.of(jdbc, "SELECT mended_digest FROM quarantine_repair"))
                .containsExactly("second");
    }

    @Test
    void aFileWithAnotherContentIsRefusedAndNothingIsWritten() throws IOException {
        RepairFile other = RepairFile.of(DAY, List.of(RECORD));
        Path file = Files.createDirectories(traffic.resolve("w2/2026-11-22")).resolve(FILE.name());
        Files.writeString(file, "something else");
        RepairPlan plan = new RepairPlan(List.of(other, FILE), List.of(repair("mended")), 0, 0);
        assertThatThrownBy(() -> new RepairStore(jdbc, 7).store(plan, this::folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("Expected the repair file " + file, "another content", "replay");
        assertThat(files()).containsExactly(file);
        assertThat(file).hasContent("something else");
        assertThat(TableText.of(jdbc, "SELECT * FROM quarantine_repair")).isEmpty();
    }

    @Test
    void aRecordThatIsNoLongerInQuarantineIsNotMarked() throws IOException {
        jdbc.update("DELETE FROM quarantined_record WHERE reading = 2");
        store("mended");
        assertThat(TableText.of(jdbc, "SELECT * FROM quarantine_repair")).isEmpty();
    }

    @Test
    void aFileThatWasWithdrawnCountsAgain() throws IOException {
        store("mended");
        RepairWithdrawal withdrawal = new RepairWithdrawal(jdbc);
        withdrawal.note(FILE.name(), 8);
        withdrawal.note(FILE.name(), 9);
        assertThat(TableText.of(jdbc, "SELECT workspace_id, billing_day, name, run_id FROM withdrawn_file"))
                .containsExactly("w2|2026-11-22|" + FILE.name() + "|9");
        assertThat(withdrawal.targetsOf(FILE.name())).containsExactly(TARGET);
        store("mended");
        assertThat(TableText.of(jdbc, "SELECT * FROM withdrawn_file")).isEmpty();
    }

    @Test
    void onlyAFileOfAReplayCanBeWithdrawn() {
        assertThatThrownBy(() -> new RepairWithdrawal(jdbc).note("a.csv", 8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("found 'a.csv'", "quarantine list --day DAY");
        assertThat(TableText.of(jdbc, "SELECT * FROM withdrawn_file")).isEmpty();
    }

    private List<RepairFile> store(String digest) throws IOException {
        return new RepairStore(jdbc, 7)
                .store(new RepairPlan(List.of(FILE), List.of(repair(digest)), 0, 0), this::folder);
    }

    private static Repair repair(String digest) {
        return new Repair(ORIGINAL, digest, TARGET, FILE.name());
    }

    private Path folder(WorkspaceDay day) {
        return traffic.resolve(day.workspace().value()).resolve(day.day().toString());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(traffic)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** A reading with a quarantined record whose first byte is the number of the reading. */
    private void reading(int number, boolean current) {
        jdbc.update(
                "INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,"
                        + " unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,"
                        + " run_id) VALUES ('w1', '2026-11-21', ?, 'i', 1, 1, 0, 1, 0, 0, 0, 1, FALSE, ?, 1)",
                number,
                current);
        jdbc.update(
                "INSERT INTO quarantined_record (workspace_id, billing_day, reading, file, line, byte_offset, reason,"
                        + " detail, raw) VALUES ('w1', '2026-11-21', ?, 'a.csv', 3, 120, 'wrong_workspace', 'd', ?)",
                number,
                new byte[] {(byte) number, 0, -1});
    }
}
