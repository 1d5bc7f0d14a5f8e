package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.plan.ListedTask;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.files.traffic.FileAccess;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.readers.files.traffic.TrafficStoreException;
import io.billingcenter.readers.tables.metering.ReadingHistory;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Tests which days are listed to be read and which come too late, in a run for 2026-11-21 with a late window of 10 days. */
class ListTrafficTest {

    @TempDir
    private Path root;

    private JdbcTemplate jdbc;
    private OversizeRule oversize = OversizeRule.FLOOR_1024;
    private final List<String> late = new ArrayList<>();
    private FileAccess access = FileAccess.DISK;
    private Listing listing = new Listing();

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void aChangedFileInTheWindowIsReadAgain() throws IOException {
        write("2026-11-11", "a.csv", "1");
        readAll(list());
        assertThat(list()).isEmpty();
        write("2026-11-11", "a.csv", "22");
        assertThat(list()).hasSize(1);
        assertThat(late).isEmpty();
    }

    @Test
    void aFileBeforeTheWindowIsLate() throws IOException {
        write("2026-11-10", "a.csv", "1");
        assertThat(list()).isEmpty();
        assertThat(late).containsExactly("2026-11-10");
    }

    @Test
    void otherTermsOfADayBeforeTheWindowAreNoLateFile() throws IOException {
        write("2026-11-10", "a.csv", "1");
        write("2026-11-11", "a.csv", "1");
        readAll(list("2026-11-15"));
        oversize = OversizeRule.CEIL_1024;
        assertThat(list())
                .extracting(task -> task.workspaceDay().day().toString())
                .containsExactly("2026-11-11");
        assertThat(late).isEmpty();
    }

    @Test
    void whatCouldNotBeReadIsReadAgainOnlyIfThatMayPass() throws IOException {
        write("2026-11-20", "a.csv", "1");
        ListedTask task = list().get(0);
        readAll(List.of(task));
        attempt("2026-11-20", task.inputDigest(), true, false);
        assertThat(list()).isEmpty();
        jdbc.update("UPDATE reading_attempt SET may_pass = TRUE");
        assertThat(list()).hasSize(1);
    }

    @Test
    void aReadingThatDidNotCountIsNotRepeatedAndHealsWhenTheFilesAreBack() throws IOException {
        write("2026-11-20", "a.csv", "1");
        Path file = root.resolve("ws-1/2026-11-20/a.csv");
        FileTime time = Files.getLastModifiedTime(file);
        readAll(list());
        Files.delete(file);
        ListedTask emptied = list().get(0);
        attempt("2026-11-20", emptied.inputDigest(), false, false);
        assertThat(list()).isEmpty();
        assertThat(listing.recovered()).isEmpty();
        write("2026-11-20", "a.csv", "1");
        Files.setLastModifiedTime(file, time);
        assertThat(list()).isEmpty();
        assertThat(listing.recovered()).hasSize(1);
    }

    @Test
    void aFolderThatIsGoneIsArchivedWhateverWasMissing() throws IOException {
        write("2026-11-20", "a.csv", "1");
        readAll(list());
        attempt("2026-11-20", "another", false, false);
        Files.delete(root.resolve("ws-1/2026-11-20/a.csv"));
        Files.delete(root.resolve("ws-1/2026-11-20"));
        assertThat(list()).isEmpty();
        assertThat(listing.recovered()).hasSize(1);
    }

    @Test
    void filesThatAreGoneFromADayBeforeTheWindowAreNoLateFiles() throws IOException {
        write("2026-11-10", "a.csv", "1");
        write("2026-11-10", "b.csv", "2");
        ListedTask task = list("2026-11-15").get(0);
        readAll(List.of(task));
        for (ListedTask.ListedFile file : task.files()) {
            jdbc.update(
                    "INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified)"
                            + " VALUES ('ws-1', DATE '2026-11-10', 1, ?, ?, ?)",
                    file.name(),
                    file.sizeBytes(),
                    file.modified().toString());
        }
        Files.delete(root.resolve("ws-1/2026-11-10/a.csv"));
        assertThat(list()).isEmpty();
        assertThat(late).isEmpty();
        Files.delete(root.resolve("ws-1/2026-11-10/b.csv"));
        assertThat(list()).isEmpty();
        assertThat(late).isEmpty();
        write("2026-11-10", "c.csv", "3");
        assertThat(list()).isEmpty();
        assertThat(late).containsExactly("2026-11-10");
    }

    @Test
    void aDayWhoseDetailsWerePurgedIsNotReadAgain() throws IOException {
        write("2026-11-10", "a.csv", "1");
        write("2026-11-19", "a.csv", "1");
        readAll(list("2026-11-20"));
        write("2026-11-20", "a.csv", "1");
        readAll(list("2026-11-20"));
        purge("2026-11-10");
        purge("2026-11-19");
        assertThat(list()).isEmpty();
        oversize = OversizeRule.CEIL_1024;
        assertThat(list())
                .extracting(task -> task.workspaceDay().day().toString())
                .containsExactly("2026-11-20");
        assertThat(late).isEmpty();
        write("2026-11-10", "b.csv", "2");
        write("2026-11-19", "b.csv", "2");
        write("2026-11-20", "b.csv", "2");
        assertThat(list()).extracting(ListedTask::reading).containsExactly(2);
        assertThat(late).containsExactly("2026-11-10", "2026-11-19");
    }

    @Test
    void purgedDaysAreAskedForUpToTheLastOfThem() throws IOException {
        for (String day : List.of("2026-11-12", "2026-11-13", "2026-11-14", "2026-11-15")) {
            write(day, "a.csv", "1");
        }
        readAll(list());
        List<String> statements = new ArrayList<>();
        jdbc = counted(jdbc, statements);
        assertThat(list()).isEmpty();
        assertThat(statements).filteredOn(sql -> sql.contains("purged_day")).hasSize(1);
        purge("2026-11-13");
        statements.clear();
        assertThat(list()).isEmpty();
        assertThat(statements)
                .filteredOn(sql -> sql.contains("FROM day_reading"))
                .hasSize(4);
        // For the last of them, and for those of the 12th and of the 13th.
        assertThat(statements).filteredOn(sql -> sql.contains("purged_day")).hasSize(3);
    }

    private static JdbcTemplate counted(JdbcTemplate tables, List<String> statements) {
        return new JdbcTemplate(Objects.requireNonNull(tables.getDataSource())) {
            @Override
            public void query(String sql, RowCallbackHandler use, @Nullable Object... arguments) {
                statements.add(sql);
                super.query(sql, use, arguments);
            }

            @Override
            public <T> @Nullable T queryForObject(String sql, Class<T> type) {
                statements.add(sql);
                return super.queryForObject(sql, type);
            }
        };
    }

    private void purge(String day) {
        jdbc.update("""
                INSERT INTO purged_day (workspace_id, billing_day, file_number, start_byte, reading, input_digest, files,
                  unreadable_files, records, has_usage)
                SELECT workspace_id, billing_day, 1, 0, reading, input_digest, files, unreadable_files, records, TRUE
                FROM day_reading WHERE billing_day = ? AND is_current = TRUE""", BillingDay.parse(day).date());
        jdbc.update(
                "DELETE FROM day_reading WHERE billing_day = ?",
                BillingDay.parse(day).date());
    }

    @Test
    void foldersThatCannotBeListedAreNamed() throws IOException {
        write("2026-11-20", "a.csv", "1");
        write("2026-11-21", "a.csv", "1");
        access = new FaultyAccess(path -> path.endsWith("2026-11-20"));
        assertThat(list())
                .extracting(task -> task.workspaceDay().day().toString())
                .containsExactly("2026-11-21");
        assertThat(listing.unlisted()).hasSize(1);
        assertThat(listing.unlisted().values())
                .allSatisfy(
                        reason -> assertThat(reason).contains("2026-11-20 to be listed, found no right to read it"));
        access = new FaultyAccess(path -> path.endsWith("ws-1"));
        assertThat(list()).isEmpty();
        assertThat(listing.unlistedWorkspaces()).hasSize(1);
        assertThat(listing.unlisted().keySet())
                .extracting(WorkspaceDay::toString)
                .containsExactly("ws-1/2026-11-21");
        access = new FaultyAccess(root::equals);
        assertThatThrownBy(this::list)
                .isInstanceOf(TrafficStoreException.class)
                .hasMessageContaining("Expected the traffic store to be listed");
    }

    private void attempt(String day, String digest, boolean counts, boolean mayPass) {
        jdbc.update(
                "INSERT INTO reading_attempt (workspace_id, billing_day, input_digest, counts, may_pass, run_id)"
                        + " VALUES ('ws-1', ?, ?, ?, ?, 1)",
                BillingDay.parse(day).date(),
                digest,
                counts,
                mayPass);
    }

    private List<ListedTask> list() throws IOException {
        return list("2026-11-21");
    }

    private List<ListedTask> list(String day) throws IOException {
        MeteringTermsBook terms = new MeteringTermsBook(
                new AccountDirectory(List.of(), List.of(), List.of(), List.of()),
                Map.<WorkspaceId, RetentionPolicies>of(),
                new MeteringTermsBook.Settings(ZoneId.of("Asia/Shanghai"), Map.of(), oversize, Optional.empty()));
        RunRequest request = RunRequest.forDay(JobName.NIGHTLY, BillingDay.parse(day));
        listing = new ListTraffic(
                        new TrafficFolder(root, access),
                        (first, last) -> List.of(),
                        new ReadingHistory(jdbc),
                        terms,
                        request,
                        10,
                        2)
                .list();
        listing.late().forEach(task -> late.add(task.workspaceDay().day().toString()));
        return listing.tasks();
    }

    private void readAll(List<ListedTask> tasks) {
        for (ListedTask task : tasks) {
            WorkspaceDay day = task.workspaceDay();
            jdbc.update("""
                    INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,
                      unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,
                      run_id) VALUES (?, ?, 1, ?, 1, 1, 0, 1, 1, 0, 0, 0, FALSE, TRUE, 1)""", day.workspace().value(), day.day().date(), task.inputDigest());
        }
    }

    private void write(String day, String name, String content) throws IOException {
        Path folder = Files.createDirectories(root.resolve("ws-1").resolve(day));
        Files.writeString(folder.resolve(name), content);
    }
}
