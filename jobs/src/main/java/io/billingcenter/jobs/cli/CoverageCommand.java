package io.billingcenter.jobs.cli;

import io.billingcenter.domain.coverage.WorkspaceCoverage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.coverage.CoverageReader;
import io.billingcenter.writers.files.AtomicFile;
import io.billingcenter.writers.files.coverage.CoverageGrid;
import io.billingcenter.writers.files.coverage.CoverageList;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that shows for which workspace-days files came. */
@Command(
        name = "coverage",
        description = "Shows for every charged workspace and day whether files came, were empty, gave no usage, or are"
                + " missing, unreadable or vanished; the last ones end with status 2 until they are acknowledged.")
final class CoverageCommand extends QueryCommand {

    private static final int LONGEST_DAYS = 400;

    @Option(names = "--from", paramLabel = "DAY", required = true, description = "First billing day, like 2026-11-01.")
    private String from = "";

    @Option(names = "--to", paramLabel = "DAY", required = true, description = "Last billing day, like 2026-11-30.")
    private String to = "";

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Also write a line for each workspace and day into this file.")
    private @Nullable Path csv;

    private boolean attention;

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        DayRange days = days();
        CoverageReader reader = new CoverageReader(
                context.getBean(JdbcTemplate.class), lookups(context).directory());
        try {
            if (csv == null) {
                print(reader, days, out, null);
            } else {
                write(reader, days, out, csv);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException(
                    "Expected to write the list into " + csv + "; name another file with --csv or free space", e);
        }
        return attention ? ExitStatus.ATTENTION : ExitStatus.DONE;
    }

    private DayRange days() {
        BillingDay first = BillingDay.parse(from);
        BillingDay last = BillingDay.parse(to);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Expected --to on or after --from, " + first + ", found " + last + "; correct one of them");
        }
        if (first.plusDays(LONGEST_DAYS).isBefore(last.plusDays(1))) {
            throw new IllegalArgumentException("Expected at most " + LONGEST_DAYS + " days, found " + first + " to "
                    + last + "; request them in parts");
        }
        return new DayRange(first, last.plusDays(1));
    }

    private void write(CoverageReader reader, DayRange days, PrintWriter out, Path file) throws IOException {
        try (AtomicFile atomic = AtomicFile.createWithFolders(file)) {
            CoverageList list = CoverageList.csv(atomic.writer());
            print(reader, days, out, list);
            list.end();
            atomic.commit();
        }
    }

    private void print(CoverageReader reader, DayRange days, PrintWriter out, @Nullable CoverageList list)
            throws IOException {
        if (json()) {
            CoverageList all = CoverageList.json(out);
            reader.read(days, coverage -> {
                look(coverage);
                add(coverage, all);
                add(coverage, list);
            });
            all.end();
        } else {
            CoverageGrid grid = new CoverageGrid(days, out);
            grid.begin();
            reader.read(days, coverage -> {
                look(coverage);
                grid.row(coverage);
                add(coverage, list);
            });
            grid.end();
        }
    }

    private void look(WorkspaceCoverage coverage) {
        attention |= coverage.days().values().stream().anyMatch(WorkspaceCoverage.Day::needsAttention);
    }

    private static void add(WorkspaceCoverage coverage, @Nullable CoverageList list) {
        if (list != null) {
            try {
                list.add(coverage);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
