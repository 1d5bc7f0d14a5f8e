package io.billingcenter.readers.tables.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
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
    void aWorkspaceCountsWithItsDaysInTheRange() {
        metered("a", "2026-11-21");
        metered("b", "2026-11-20");
        metered("c", "2026-11-20");
        metered("c", "2026-11-21");
        assertThat(new WorkspaceRanges(jdbc).ofMeteredDays(2, DAYS))
                .containsExactly(new WorkspaceRange("a", "b"), new WorkspaceRange("c", "c"));
    }

    @Test
    void aWorkspaceOfOtherDaysAloneDoesNotCount() {
        metered("a", "2026-11-19");
        metered("b", "2026-11-20");
        metered("c", "2026-11-22");
        assertThat(new WorkspaceRanges(jdbc).ofMeteredDays(2, DAYS)).containsExactly(new WorkspaceRange("b", "b"));
    }

    private void metered(String workspace, String day) {
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES (?, ?, 1, 'c', 'h', TRUE, 1)""", workspace, LocalDate.parse(day));
    }
}
