package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.config.MigratedDatabase;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.ListedTask;
import io.billingcenter.domain.usage.MeteringTermsBook;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.metering.ReadingHistory;
import io.billingcenter.readers.traffic.TrafficFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is listed to be read, and what comes too late: a run for 2026-11-21 with a late window of 10 days. */
class ListTrafficTest {

    @TempDir
    private Path root;

    private JdbcTemplate jdbc;
    private OversizeRule oversize = OversizeRule.FLOOR_1024;
    private final List<String> late = new ArrayList<>();

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

    private List<ListedTask> list() throws IOException {
        return list("2026-11-21");
    }

    private List<ListedTask> list(String day) throws IOException {
        MeteringTermsBook terms = new MeteringTermsBook(
                new AccountDirectory(List.of(), List.of(), List.of(), List.of()),
                Map.<WorkspaceId, RetentionPolicies>of(),
                new MeteringTermsBook.Settings(ZoneId.of("Asia/Shanghai"), Map.of(), oversize, Optional.empty()));
        RunRequest request = RunRequest.forDay(JobName.NIGHTLY, BillingDay.parse(day));
        return new ListTraffic(new TrafficFolder(root), new ReadingHistory(jdbc), terms, request, 10)
                .list(task -> late.add(task.workspaceDay().day().toString()));
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
