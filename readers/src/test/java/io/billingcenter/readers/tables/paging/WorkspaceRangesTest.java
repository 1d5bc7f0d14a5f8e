package io.billingcenter.readers.tables.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ranges over the workspaces of some days. */
class WorkspaceRangesTest {

    private static final DayRange DAYS = new DayRange(BillingDay.parse("2026-11-20"), BillingDay.parse("2026-11-22"));

    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void rangesHoldAllWorkspacesAndAreCutByThoseOfTheLastDay() {
        metered("a", "2026-11-20");
        metered("b", "2026-11-21");
        metered("c", "2026-11-21");
        metered("c-1", "2026-11-20");
        metered("d", "2026-11-21");
        metered("e", "2026-11-21");
        metered("f", "2026-11-20");
        List<WorkspaceRange> ranges = new WorkspaceRanges(jdbc).ofMeteredDays(2, DAYS);
        assertThat(ranges).containsExactly(new WorkspaceRange("", "c"), new WorkspaceRange("c!", "~"));
        for (String workspace : List.of("a", "b", "c", "c-1", "d", "e", "f")) {
            assertThat(ranges.stream()
                            .filter(range ->
                                    range.first().compareTo(workspace) <= 0 && workspace.compareTo(range.last()) <= 0)
                            .count())
                    .as("ranges that hold %s", workspace)
                    .isOne();
        }
    }

    @Test
    void anEarlierDayDecidesIfTheLastOnesHaveNothing() {
        metered("a", "2026-11-19");
        metered("b", "2026-11-20");
        metered("c", "2026-11-22");
        assertThat(new WorkspaceRanges(jdbc).ofMeteredDays(2, DAYS)).containsExactly(new WorkspaceRange("", "~"));
    }

    @Test
    void workspacesOfOtherDaysAreNoWork() {
        metered("a", "2026-11-19");
        metered("c", "2026-11-22");
        assertThat(new WorkspaceRanges(jdbc).ofMeteredDays(2, DAYS)).isEmpty();
    }

    private void metered(String workspace, String day) {
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES (?, ?, 1, 'c', 'h', TRUE, 1)""", workspace, LocalDate.parse(day));
    }
}
