package io.billingcenter.readers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run for a day posts what it and earlier runs have rated. */
class PostingWorkReaderTest {

    private JdbcTemplate jdbc;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void whatALaterRunHasRatedIsLeftToIt() {
        rated("2026-11-20", false);
        rated("2026-11-21", false);
        rated("2026-11-22", false);
        assertThat(daysUpTo("2026-11-21")).containsExactly("2026-11-20", "2026-11-21");
    }

    @Test
    void whatIsPostedIsNotFoundAgain() {
        rated("2026-11-20", true);
        rated("2026-11-21", false);
        assertThat(daysUpTo("2026-11-21")).containsExactly("2026-11-21");
    }

    @Test
    void aDayThatIsReadAgainPostsItselfOnly() {
        rated("2026-11-20", false);
        rated("2026-11-21", false);
        rated("2026-11-22", false);
        BillingDay day = BillingDay.parse("2026-11-21");
        assertThat(days(new DayRange(day, day.plusDays(1)))).containsExactly("2026-11-21");
    }

    private List<String> daysUpTo(String day) {
        return days(new DayRange(
                PostingWorkReader.BEFORE_ALL_DAYS, BillingDay.parse(day).plusDays(1)));
    }

    private List<String> days(DayRange range) {
        PostingWorkReader reader = new PostingWorkReader(jdbc, new WorkspaceRange("ws-1", "ws-1"), range);
        List<String> days = new ArrayList<>();
        for (PostingWork work = reader.read(); work != null; work = reader.read()) {
            days.add(work.workspaceDay().day().toString());
        }
        return days;
    }

    private void rated(String day, boolean posted) {
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES ('ws-1', ?, 1, 1, 't', 'free', TRUE, ?, 1)""", LocalDate.parse(day), posted);
    }
}
