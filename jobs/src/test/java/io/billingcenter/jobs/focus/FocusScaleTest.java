package io.billingcenter.jobs.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A month of 3 million lines is exported in both versions in bounded memory, and a line takes as long as in a tenth of it. */
@Tag("exhaustive")
class FocusScaleTest {

    private static final int DAYS = 30;
    private static final int WORKSPACES_OF_ACCOUNT = 5;
    private static final Duration MOST = Duration.ofMinutes(3);

    private static final List<String> METERS = List.of(
            "log",
            "trace",
            "rum_pv",
            "profile",
            "series",
            "session_replay",
            "synthetic",
            "trigger",
            "scan",
            "report",
            "pipeline",
            "network_host");

    @TempDir
    private Path folder;

    /** Time and lines of an export. */
    private record Measured(long lines, Duration time) {

        double micros() {
            return time.toNanos() / 1000.0 / lines;
        }
    }

    @Test
    void aLineTakesAsLongInALargeMonth() throws IOException {
        Measured small = measure(500);
        Measured large = measure(5_000);

        assertThat(large.lines()).isEqualTo(3_000_000);
        assertThat(large.time()).isLessThan(MOST);
        assertThat(large.micros() / small.micros()).isLessThan(1.5);
    }

    private Measured measure(int workspaces) throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create(folder.resolve("db-" + workspaces));
        FocusMonth month = new FocusMonth(jdbc, METERS, WORKSPACES_OF_ACCOUNT, DAYS);
        month.fill(workspaces);
        long begin = System.nanoTime();
        FocusExport export = FocusExport.of(jdbc, folder.resolve("out-" + workspaces), List.of());
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        long size = 0;
        try (Stream<Path> files = Files.list(export.folder())) {
            for (Path file : files.toList()) {
                size += Files.size(file);
            }
        }
        System.out.printf(Locale.ROOT, "%d lines, %d MB: %d s%n", month.lines(), size >> 20, time.toSeconds());
        jdbc.execute("SHUTDOWN");
        return new Measured(month.lines(), time);
    }
}
