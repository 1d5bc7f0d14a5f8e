package io.billingcenter.writers.files.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.domain.runs.RunEntry.Reading;
import io.billingcenter.domain.runs.RunEntry.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunListTest {

    private static final LocalDateTime START = LocalDateTime.parse("2026-10-16T01:00:00");

    @Test
    void tellsHowARunEnded() {
        RunEntry done = new RunEntry(
                7,
                6,
                "nightly",
                "2026-10-15",
                2,
                null,
                START,
                START.plusSeconds(3_725),
                Status.DONE,
                "COMPLETED",
                null,
                17,
                "writeReport",
                null);
        assertThat(print(done)).isEqualToIgnoringWhitespace("""
                run what started ended took how exit code
                7 nightly 2026-10-15 #2 2026-10-16 01:00:00 2026-10-16 02:02:05 1:02:05 done COMPLETED
                """);
    }

    @Test
    void tellsWhyItFailedAndHowFarItIs() {
        RunEntry failed = new RunEntry(
                8,
                7,
                "rerun",
                "2026-10-15",
                1,
                "ws-1",
                START,
                START,
                Status.FAILED,
                "FAILED",
                "Expected a, found b",
                1,
                "meterTraffic",
                new Reading(3, 1_200, 1_500_000));
        assertThat(print(failed))
                .contains("rerun 2026-10-15 of ws-1 #1")
                .contains("       Expected a, found b\n")
                .contains("       1 step done, then meterTraffic; 3 of 1,203 workspace-days read, 2 MiB left\n");
    }

    @Test
    void tellsOfOneThatHasNotEnded() {
        RunEntry running = new RunEntry(
                9, 8, "nightly", "2026-10-15", 1, null, START, null, Status.NOT_ENDED, "UNKNOWN", null, 0, null, null);
        assertThat(print(running))
                .contains("2026-10-16 01:00:00  -")
                .contains("not ended")
                .contains("0 steps done\n");
    }

    private static String print(RunEntry run) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        RunList.print(List.of(run), out);
        out.flush();
        return text.toString();
    }
}
