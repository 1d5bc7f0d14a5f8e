package io.billingcenter.readers.tables.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.invoicing.NightRun;
import io.billingcenter.domain.runs.MissedNights;
import io.billingcenter.domain.runs.Run;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Runs that did not finish, nights that were missed, and the attempts at a task. */
class RunTablesTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void onlyRunsAfterTheLastFinishedOneOfTheirKindAreUnfinished() {
        run(1, "nightly", "2026-11-19", false, true);
        run(2, "nightly", "2026-11-20", true, true);
        run(3, "billUsage", "2026-11-21", false, true);
        run(4, "importReference", "2026-11-21", false, false);
        run(5, "nightly", "2026-11-21", false, false);
        assertThat(UnfinishedRuns.ofRating(jdbc).all()).containsExactly(3L, 5L);
        assertThat(UnfinishedRuns.ofRating(jdbc).before(5)).containsExactly(3L);
        assertThat(UnfinishedRuns.ofSettling(jdbc).all())
                .as("billing alone settles nothing")
                .containsExactly(5L);
    }

    @Test
    void anEmptyDatabaseHasNoUnfinishedRunAndRunZeroIsOne() {
        assertThat(UnfinishedRuns.ofRating(jdbc).all()).isEmpty();
        run(0, "nightly", "2026-11-21", false, true);
        assertThat(UnfinishedRuns.ofRating(jdbc).all()).containsExactly(0L);
    }

    @Test
    void aRunThatPostedUnderALaterDayIsNotInTheWay() {
        run(1, "nightly", "2026-11-21", false, true);
        run(2, "billUsage", "2026-11-22", false, false);
        UnfinishedRuns runs = UnfinishedRuns.ofRating(jdbc);
        assertThat(runs.cutOff(BillingDay.parse("2026-11-20"))).isEmpty();
        assertThat(runs.cutOff(DAY).map(NightRun::runId)).contains(1L);
        assertThat(runs.cutOff(BillingDay.parse("2026-11-30")).map(NightRun::runId))
                .as("the other has not begun to post")
                .contains(1L);
    }

    @Test
    void aNightThatAGateStoppedMayBeCorrectedByARerun() {
        run(1, "nightly", "2026-11-20", false, true);
        assertThat(UnfinishedRuns.ofRating(jdbc).cutOffNight().map(NightRun::runId))
                .contains(1L);
        jdbc.update("INSERT INTO discrepancy (run_id, gate, item, level, subject, left_value, right_value)"
                + " VALUES (1, 'usage', 1, 'usage', 's', '1', '2')");
        assertThat(UnfinishedRuns.ofRating(jdbc).cutOffNight()).isEmpty();
        run(2, "rerun", "2026-11-20", false, true);
        assertThat(UnfinishedRuns.ofRating(jdbc).cutOffNight())
                .as("a rerun is no night")
                .isEmpty();
    }

    @Test
    void theLastAttemptAtATaskIsFoundAmongThoseOfOthers() {
        insert(1, "rerun", "2026-11-21", "", "2026-11-21", 1, true);
        insert(2, "rerun", "2026-11-21", "w1", "2026-11-21", 1, true);
        insert(3, "rerun", "2026-11-21", "w1", "2026-11-21", 2, false);
        insert(4, "rerun", "2026-11-21", "w1", "2026-11-30", 3, false);
        RunReader reader = new RunReader(jdbc);
        assertThat(reader.last(task(null, DAY)).map(Run::runId)).contains(1L);
        assertThat(reader.last(task("w1", DAY))).hasValueSatisfying(run -> {
            assertThat(run.runId()).isEqualTo(3);
            assertThat(run.attempt()).isEqualTo(2);
            assertThat(run.finished()).isFalse();
            assertThat(run.instanceId()).isNull();
        });
        assertThat(reader.last(task("w1", BillingDay.parse("2026-12-01")))).isEmpty();
        assertThat(reader.last(task("w2", DAY))).isEmpty();
        assertThat(reader.of("rerun", "2026-11-21")).extracting(Run::runId).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void nightsAreMissedAfterTheLastFinishedOneExceptThoseOfClosedMonths() {
        RunHistoryReader history = new RunHistoryReader(jdbc);
        BillingDay asked = BillingDay.parse("2026-12-02");
        assertThat(history.missedBefore("nightly", asked))
                .as("no night ever finished")
                .isEqualTo(MissedNights.NONE);
        run(1, "nightly", "2026-11-28", true, true);
        run(2, "nightly", "2026-11-29", false, true);
        run(3, "rerun", "2026-12-01", true, true);
        assertThat(history.missedBefore("nightly", asked).open())
                .containsExactly(
                        BillingDay.parse("2026-11-29"), BillingDay.parse("2026-11-30"), BillingDay.parse("2026-12-01"));
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES ('2026-11')");
        MissedNights missed = history.missedBefore("nightly", asked);
        assertThat(missed.open()).containsExactly(BillingDay.parse("2026-12-01"));
        assertThat(missed.closed()).containsExactly(BillingDay.parse("2026-11-29"), BillingDay.parse("2026-11-30"));
        assertThat(history.missedBefore("nightly", BillingDay.parse("2026-11-28"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void numbersOfRunsContinueAfterThoseOfAnAdoptedFolder() {
        run(4, "nightly", "2026-11-21", false, false);
        run(9, "nightly", "2026-11-21", true, true);
        run(10, "nightly", "2026-11-22", true, true);
        RunHistoryReader history = new RunHistoryReader(jdbc);
        assertThat(history.numberOf("nightly", 4, "2026-11-21")).isEqualTo(1);
        assertThat(history.numberOf("nightly", 9, "2026-11-21")).isEqualTo(2);
        jdbc.update("INSERT INTO adopted_report (job_name, period, last_number) VALUES ('nightly', '2026-11-21', 5)");
        assertThat(history.numberOf("nightly", 9, "2026-11-21")).isEqualTo(7);
        assertThat(history.numberOf("nightly", 10, "2026-11-22")).isEqualTo(1);
    }

    private static Run.Task task(@Nullable String workspace, BillingDay posted) {
        return new Run.Task("rerun", "2026-11-21", workspace == null ? null : new WorkspaceId(workspace), posted);
    }

    private void run(long id, String job, String period, boolean finished, boolean posted) {
        insert(id, job, period, "", period, 1, finished);
        jdbc.update("UPDATE run SET posted = ? WHERE run_id = ?", posted, id);
    }

    private void insert(
            long id, String job, String period, String workspace, String posted, int attempt, boolean finished) {
        jdbc.update(
                "INSERT INTO run (run_id, job_name, period, workspace_id, posted_day, attempt, finished, posted)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, FALSE)",
                id,
                job,
                period,
                workspace,
                LocalDate.parse(posted),
                attempt,
                finished);
    }
}
