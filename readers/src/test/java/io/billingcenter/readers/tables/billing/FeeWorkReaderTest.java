package io.billingcenter.readers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which days a run looks at for fees, and what was posted for them. */
class FeeWorkReaderTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    private List<FeeWork> work() {
        FeeWorkReader reader = new FeeWorkReader(jdbc, DAY, 3);
        List<FeeWork> work = new ArrayList<>();
        for (FeeWork day = reader.read(); day != null; day = reader.read()) {
            work.add(day);
        }
        return work;
    }

    private void posting(String id, String workspace, String meter, int rating, String agreement) {
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id, agreement_id)
                VALUES (?, ?, ?, 'acct-1', 'wallet', ?, ?, 0, 'adjustment', 1, 1, 2, 'CNY', 2, ?, 1, ?)""", id, DAY.date(), DAY.date(), workspace, meter, rating, agreement);
    }

    @Test
    void theFirstRunLooksAtItsOwnDayOnly() {
        assertThat(work()).containsExactly(new FeeWork(DAY, List.of()));
    }

    @Test
    void laterRunsMakeUpForMissedDaysWithinTheLateWindow() {
        jdbc.update("INSERT INTO fee_day (billing_day, run_id) VALUES (?, 1)", LocalDate.parse("2026-11-01"));
        assertThat(work()).extracting(FeeWork::day).hasToString("[2026-11-18, 2026-11-19, 2026-11-20, 2026-11-21]");
    }

    @Test
    void findsPostingsOfFeesAndNoneOfUsage() {
        posting("p3", "", "", 2, "pkg-1");
        posting("p1", "ws-1", "datakit", 1, "ws-1|2026-11-21");
        posting("p2", "ws-1", "datakit", 1, "");
        posting("p4", "", "", 1, "pkg-1");
        assertThat(work().get(0).before())
                .extracting(posting -> posting.key().agreement() + " "
                        + posting.key().workspaceText() + " " + posting.key().meterText() + " " + posting.round())
                .containsExactly("pkg-1   1", "pkg-1   2", "ws-1|2026-11-21 ws-1 datakit 1");
        assertThat(work().get(0).before()).extracting(FeePosting::ordinal).containsOnly(1);
    }
}
