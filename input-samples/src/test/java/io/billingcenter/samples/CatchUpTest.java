package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights that were missed are run by the next one, in order, and give what they would have given in time. */
class CatchUpTest {

    private static final String FIRST = "2026-10-29";
    private static final int WORKSPACES = 2;

    @TempDir
    private Path folder;

    private Workplace late;

    @BeforeEach
    void setUp() throws IOException {
        late = place("late");
    }

    @Test
    void givesTheSameBytesAsNightsInTime() throws IOException {
        Workplace inTime = place("in-time");
        for (String day : new String[] {FIRST, "2026-10-30", "2026-10-31", "2026-11-01"}) {
            succeed(inTime, "nightly", "--day", day);
        }
        String first = succeed(late, "nightly", "--day", FIRST);
        assertThat(first).doesNotContain("missed");
        String caughtUp = succeed(late, "nightly", "--day", "2026-11-01");
        assertThat(caughtUp)
                .contains("missed nights 2026-10-30 to 2026-10-31: run first, each under its own day")
                .containsSubsequence("nightly 2026-10-30", "nightly 2026-10-31", "nightly 2026-11-01");
        assertThat(late.delivered()).usingRecursiveComparison().isEqualTo(inTime.delivered());
        assertThat(late.out().resolve("reports/nightly-2026-10-30-1/report.html"))
                .exists();

        String again = succeed(late, "nightly", "--day", "2026-10-29");
        assertThat(again).doesNotContain("missed").contains("unchanged");
        assertThat(succeed(late, "nightly", "--day", "2026-11-01")).doesNotContain("missed");
    }

    @Test
    void canBeSwitchedOff() throws IOException {
        succeed(late, "nightly", "--day", FIRST);
        assertThat(succeed(late, "nightly", "--day", "2026-11-01", "--no-catch-up"))
                .doesNotContain("missed", "nightly 2026-10-30");
        assertThat(late.out().resolve("2026-11-01/r1/bill-lines.csv")).content().contains("2026-10-30");
    }

    @Test
    void leavesOutNightsOfAClosedMonth() throws IOException {
        succeed(late, "nightly", "--day", FIRST);
        assertThat(late.close("2026-10").status()).isZero();
        assertThat(late.billing("nightly", "--day", "2026-10-31").text())
                .contains("posted under the first night of an open month", "found 2026-10 closed");
        assertThat(succeed(late, "nightly", "--day", "2026-11-02"))
                .contains("missed nights 2026-10-30 to 2026-10-31: of a closed month, left out")
                .contains("their late usage is posted under 2026-11-01 as far as the late window goes")
                .doesNotContain("nightly 2026-10-30");
        assertThat(late.out().resolve("2026-11-01/r1/bill-lines.csv"))
                .content()
                .contains("2026-11-01,2026-10-30,")
                .contains("2026-11-01,2026-10-31,");
    }

    @Test
    void stopsAtANightThatFails() throws IOException {
        succeed(late, "nightly", "--day", FIRST);
        Path plans = late.reference().resolve("plans.csv");
        Files.writeString(plans, "workspace_id,plan,from,to\nws-0,gold,2026-01-01,\n");
        Workplace.Answer answer = late.billing("nightly", "--day", "2026-11-01");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.text())
                .contains("'gold'", "the missed night 2026-10-30 did not end well")
                .doesNotContain("nightly 2026-10-31");
        assertThat(late.billing("runs", "--last", "1").text())
                .contains("nightly 2026-10-30 #1", "failed", "Refused the reference data");
        Files.delete(plans);
        assertThat(succeed(late, "nightly", "--day", "2026-11-01")).contains("missed nights 2026-10-30 to 2026-10-31");
        assertThat(late.billing("runs").text())
                .contains("nightly 2026-11-01 #1", "nightly 2026-10-30 #1", "done", "COMPLETED");
    }

    private Workplace place(String name) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, Databases.HSQLDB.address(root));
        for (String day : new String[] {FIRST, "2026-10-30", "2026-10-31", "2026-11-01"}) {
            Traffic traffic = new Traffic(day);
            traffic.writeReference(place, WORKSPACES);
            for (int workspace = 0; workspace < WORKSPACES; workspace++) {
                traffic.writeFile(place, workspace, traffic.records(workspace, 60));
            }
        }
        return place;
    }

    private static String succeed(Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        return answer.text();
    }
}
