package io.billingcenter.readers.tables.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every charged workspace-day is in the coverage, with or without files. */
class CoverageReaderTest {

    private static final BillingDay FIRST = BillingDay.parse("2026-11-20");
    private static final DayRange DAYS = new DayRange(FIRST, BillingDay.parse("2026-11-23"));

    private final List<Workspace> workspaces = new ArrayList<>();
    private final List<PlanPeriod> plans = new ArrayList<>();
    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void everyDayHasTheFactThatFollowsFromItsReading() {
        workspace("w1", "2026-01-01");
        reading("w1", "2026-11-20", 2, 0, 10);
        used("w1", "2026-11-20");
        reading("w1", "2026-11-21", 1, 0, 0);
        reading("w1", "2026-11-22", 1, 0, 5);
        assertThat(read()).containsExactly("w1: 2026-11-20 file 2 10, 2026-11-21 empty 1 0, 2026-11-22 zero 1 5");
    }

    @Test
    void daysWithoutReadingAreMissingAndFindingsSayWhy() {
        workspace("w1", "2026-01-01");
        reading("w1", "2026-11-21", 1, 0, 5);
        finding("w1", "2026-11-20", "missing");
        finding("w1", "2026-11-21", "unreadable");
        assertThat(read())
                .containsExactly("w1: 2026-11-20 silent 0 0, 2026-11-21 unreadable 1 5, 2026-11-22 missing 0 0");
    }

    @Test
    void anAcknowledgementCoversItsFindingOnly() {
        workspace("w1", "2026-01-01");
        finding("w1", "2026-11-20", "missing");
        finding("w1", "2026-11-21", "missing");
        jdbc.update("INSERT INTO acknowledged_cell VALUES (1, 'w1', DATE '2026-11-20', 'missing', '', 0)");
        assertThat(read())
                .containsExactly(
                        "w1: 2026-11-20 silent 0 0 acknowledged, 2026-11-21 silent 0 0, 2026-11-22 missing 0 0");
    }

    @Test
    void daysBeforeTheWorkspaceOrOnAFreePlanAreLeftOut() {
        workspace("w1", "2026-11-22");
        workspace("w2", "2026-01-01");
        plans.add(new PlanPeriod(new WorkspaceId("w2"), Plan.FREE, new DayRange(BillingDay.parse("2026-11-21"), null)));
        workspace("w3", "2026-11-23");
        workspace("w4", "2026-01-01");
        plans.add(new PlanPeriod(new WorkspaceId("w4"), Plan.FREE, new DayRange(BillingDay.parse("2026-01-01"), null)));
        assertThat(read()).containsExactly("w1: 2026-11-22 missing 0 0", "w2: 2026-11-20 missing 0 0");
    }

    @Test
    void onlyTheCurrentReadingCounts() {
        workspace("w1", "2026-11-22");
        reading("w1", "2026-11-22", 9, 0, 99);
        jdbc.update("UPDATE day_reading SET is_current = FALSE, reading = 0");
        reading("w1", "2026-11-22", 1, 0, 0);
        assertThat(read()).containsExactly("w1: 2026-11-22 empty 1 0");
    }

    @Test
    void workspacesOfSeveralPagesComeOnceInTheOrderOfTheirIds() {
        for (int i = 0; i < 250; i++) {
            workspace("w%03d".formatted(249 - i), "2026-11-22");
        }
        List<String> found = read();
        assertThat(found).hasSize(250).isSorted();
        assertThat(found).first().isEqualTo("w000: 2026-11-22 missing 0 0");
        assertThat(found).last().isEqualTo("w249: 2026-11-22 missing 0 0");
    }

    private List<String> read() {
        List<String> found = new ArrayList<>();
        AccountDirectory directory = new AccountDirectory(workspaces, List.of(), List.of(), plans);
        new CoverageReader(jdbc, directory).read(DAYS, coverage -> found.add(text(coverage)));
        return found;
    }

    private static String text(WorkspaceCoverage coverage) {
        return coverage.workspace() + ": "
                + coverage.days().entrySet().stream()
                        .map(entry ->
                                entry.getKey() + " " + entry.getValue().fact().code() + " "
                                        + entry.getValue().files() + " "
                                        + entry.getValue().records()
                                        + (entry.getValue().acknowledged() ? " acknowledged" : ""))
                        .collect(Collectors.joining(", "));
    }

    private void workspace(String id, String created) {
        workspaces.add(new Workspace(
                new WorkspaceId(id), id, "cn1", "a@b", StorageType.ES, Channel.WEBSITE, BillingDay.parse(created)));
        jdbc.update(
                "INSERT INTO workspace (workspace_id, name, site, console_account, storage_type, channel, created)"
                        + " VALUES (?, ?, 'cn1', 'a@b', 'es', 'website', ?)",
                id,
                id,
                LocalDate.parse(created));
    }

    private void reading(String workspace, String day, int files, int unreadable, long records) {
        jdbc.update(
                "INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,"
                        + " unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit,"
                        + " is_current, run_id) VALUES (?, ?, 1, 'i', 1, ?, ?, ?, ?, 0, 0, 0, FALSE, TRUE, 1)",
                workspace,
                LocalDate.parse(day),
                files,
                unreadable,
                records,
                records);
    }

    private void used(String workspace, String day) {
        jdbc.update(
                "INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,"
                        + " run_id) VALUES (?, ?, 1, 'c', 'h', TRUE, 1)",
                workspace,
                LocalDate.parse(day));
        new FactRows(jdbc).measure(workspace, LocalDate.parse(day), 1, Measure.LOG_ITEMS, 14, 10);
    }

    private void finding(String workspace, String day, String finding) {
        jdbc.update("INSERT INTO input_finding VALUES (?, ?, ?, '', 'd', 1)", workspace, LocalDate.parse(day), finding);
    }
}
