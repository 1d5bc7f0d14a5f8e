package io.billingcenter.writers.files.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.coverage.CoverageFact;
import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoverageGridTest {

    /** The second month begins too close to the first one to be named. */
    @Test
    void daysStandInColumns() {
        String grid = print("2026-10-28", "2026-11-12", "2026-10-30", "2026-11-02");
        assertThat(grid).contains("""
                  2026-10
                  2233         111
                  8901123456789012
                    .  .            ws-1
                """);
        assertThat(grid).endsWith("0 file, 0 empty, 0 zero, 2 missing\n  2 workspace-days of 1 charged workspace\n");
    }

    @Test
    void monthsAreNamedWhereTheyBegin() {
        String grid = print("2026-09-30", "2026-11-02", "2026-10-01");
        assertThat(grid).contains("\n  2026-09" + " ".repeat(25) + "2026-11\n");
    }

    private static String print(String from, String to, String... missing) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        CoverageGrid grid = new CoverageGrid(
                new DayRange(BillingDay.parse(from), BillingDay.parse(to).plusDays(1)), out);
        TreeMap<BillingDay, WorkspaceCoverage.Day> days = new TreeMap<>();
        for (String day : missing) {
            days.put(BillingDay.parse(day), new WorkspaceCoverage.Day(CoverageFact.MISSING, 0, 0));
        }
        grid.begin();
        grid.row(new WorkspaceCoverage(new WorkspaceId("ws-1"), days));
        grid.end();
        out.flush();
        return text.toString();
    }
}
