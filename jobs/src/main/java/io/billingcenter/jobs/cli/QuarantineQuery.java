package io.billingcenter.jobs.cli;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.quarantine.RawText;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.jobs.archive.Archives;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.metering.OpenCopies;
import io.billingcenter.jobs.metering.StagedCopies;
import io.billingcenter.readers.files.traffic.RecordTexts;
import io.billingcenter.readers.files.traffic.RecordTexts.FullRecord;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import io.billingcenter.readers.tables.quarantine.QuarantinedRecordReader;
import io.billingcenter.writers.files.quarantine.QuarantineSheetWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The quarantined records of a day, or of a workspace-day: as lines for people, or as a file for repair. */
final class QuarantineQuery {

    private static final List<String> NO_FIELDS = List.of();

    private final CliContext cli;
    private final RunOptions options;
    private final BillingDay day;
    private final @Nullable WorkspaceId workspace;

    /** A query; checks day and workspace. */
    QuarantineQuery(CliContext cli, RunOptions options, CommandSpec spec, String day, @Nullable String workspace) {
        this.cli = cli;
        this.options = options;
        try {
            this.day = BillingDay.parse(day);
            this.workspace = workspace == null ? null : new WorkspaceId(workspace);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    /** Prints a line for each quarantined record. */
    int list() {
        return within(context -> {
            PrintWriter out = cli.out();
            AtomicLong rows = new AtomicLong();
            new QuarantinedRecordReader(context.getBean(JdbcTemplate.class)).each(day, workspace, quarantined -> {
                rows.incrementAndGet();
                out.println(line(quarantined));
            });
            if (rows.get() == 0) {
                out.println(nothing());
            }
            out.flush();
            return ExitStatus.DONE;
        });
    }

    /** Writes the file of the quarantined records. */
    int export(Path to) {
        return within(context -> {
            if (Files.exists(to)) {
                throw new IllegalArgumentException("Expected to create the file " + to
                        + ", found one there, which may have repairs; move it away or set another --to");
            }
            Path traffic = context.getBean(Folders.class).traffic();
            if (to.startsWith(traffic)) {
                throw new IllegalArgumentException("Expected a file outside of the traffic folder " + traffic
                        + ", found " + to + "; set another --to");
            }
            Path folder = to.getParent();
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IllegalArgumentException(
                        "Expected a folder at " + folder + ", found none; create it or set another --to");
            }
            try (OpenCopies copies = context.getBean(StagedCopies.class).open(cutRecords(context));
                    QuarantineSheetWriter file = new QuarantineSheetWriter(to)) {
                write(context, copies.folder(), file);
                if (file.rows() == 0) {
                    cli.out().println(nothing());
                } else {
                    file.finish();
                    cli.out()
                            .println(file.rows()
                                    + (file.rows() == 1 ? " quarantined record in " : " quarantined records in ")
                                    + to);
                }
                cli.out().flush();
                return ExitStatus.DONE;
            } catch (IOException e) {
                throw new UncheckedIOException("Expected to write " + to, e);
            }
        });
    }

    /** Returns the workspace-days with records of which only the beginning is stored. */
    private Set<WorkspaceDay> cutRecords(ConfigurableApplicationContext context) {
        Set<WorkspaceDay> days = new TreeSet<>();
        if (context.getBean(Folders.class).remoteTraffic() != null) {
            new QuarantinedRecordReader(context.getBean(JdbcTemplate.class)).each(day, workspace, quarantined -> {
                if (!quarantined.isWholeFile()
                        && RecordTexts.isCut(quarantined.rejection().raw().length)) {
                    days.add(quarantined.workspaceDay());
                }
            });
        }
        return days;
    }

    private void write(ConfigurableApplicationContext context, Path traffic, QuarantineSheetWriter file) {
        new QuarantinedRecordReader(context.getBean(JdbcTemplate.class)).each(day, workspace, quarantined -> {
            byte[] raw = quarantined.rejection().raw();
            boolean isMeteringRow = quarantined.rejection().place().file().contains(".ndjson");
            boolean isTrafficRecord = !isMeteringRow && !quarantined.isWholeFile();
            file.add(
                    quarantined,
                    rawText(traffic, quarantined),
                    isTrafficRecord ? RecordTexts.fieldsOf(raw) : NO_FIELDS,
                    isMeteringRow ? RawText.cleanText(raw).orElse("") : "");
        });
    }

    /** Returns the stored bytes of a record; reads them from its file where only their beginning is stored. */
    private static RawText rawText(Path traffic, QuarantinedRecord quarantined) {
        byte[] raw = quarantined.rejection().raw();
        if (quarantined.isWholeFile() || !RecordTexts.isCut(raw.length)) {
            return RawText.of(raw, raw.length);
        }
        RecordPlace place = quarantined.rejection().place();
        Path file = traffic.resolve(quarantined.workspaceDay().workspace().value())
                .resolve(quarantined.workspaceDay().day().toString())
                .resolve(place.file());
        FullRecord fullRecord = RecordTexts.fullRecord(file, place.offset(), raw);
        return RawText.of(fullRecord.bytes(), fullRecord.fullLength());
    }

    private static String line(QuarantinedRecord quarantined) {
        RecordPlace place = quarantined.rejection().place();
        String files = String.join(", ", quarantined.repairFiles());
        String repaired = quarantined.repaired() ? "  repaired by " + files : "  repair in " + files + ", not read yet";
        return quarantined.workspaceDay() + "/" + place + "  "
                + quarantined.rejection().reason().code() + "  "
                + quarantined.rejection().detail()
                + (quarantined.repairFiles().isEmpty() ? "" : repaired);
    }

    private String nothing() {
        return "Nothing of " + day + (workspace == null ? "" : " and " + workspace) + " is in quarantine.";
    }

    /** Answers the query within the application; the command line reports failures. */
    private int within(Function<ConfigurableApplicationContext, ExitStatus> work) {
        return new CommandRun(cli, options.properties())
                .query(context -> {
                    requireInTables(context.getBean(Archives.class).files());
                    return work.apply(context);
                })
                .code();
    }

    private void requireInTables(ArchiveFiles files) {
        boolean isPurged = workspace == null
                ? files.havePurged(day)
                : files.find(new WorkspaceDay(workspace, day)).isPresent();
        if (isPurged) {
            throw new IllegalArgumentException(
                    "Expected a day whose quarantined records are in the database, found " + day
                            + ", which was purged; its records are in "
                            + files.of(day).stream()
                                    .map(place -> place.file().path())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + " below billing.archive");
        }
    }
}
