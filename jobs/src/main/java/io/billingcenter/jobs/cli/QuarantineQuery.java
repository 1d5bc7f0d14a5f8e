package io.billingcenter.jobs.cli;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.quarantine.QuarantinedRecord;
import io.billingcenter.domain.quarantine.RawText;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.RecordPlace;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.files.traffic.RecordTexts;
import io.billingcenter.readers.files.traffic.RecordTexts.FullRecord;
import io.billingcenter.readers.tables.quarantine.QuarantinedRecordReader;
import io.billingcenter.writers.files.quarantine.QuarantineSheetWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is in quarantine of a day, and maybe of one workspace: for people to read, or as a file to be mended. */
final class QuarantineQuery {

    private static final List<String> NO_FIELDS = List.of();

    private final CliContext cli;
    private final RunOptions options;
    private final BillingDay day;
    private final @Nullable WorkspaceId workspace;

    /** Checks day and workspace. */
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

    /** Prints a line for each bad record. */
    int list() {
        return within(context -> {
            PrintWriter out = cli.out();
            AtomicLong rows = new AtomicLong();
            new QuarantinedRecordReader(context.getBean(JdbcTemplate.class)).each(day, workspace, bad -> {
                rows.incrementAndGet();
                out.println(line(bad));
            });
            if (rows.get() == 0) {
                out.println(nothing());
            }
            out.flush();
            return ExitStatus.DONE;
        });
    }

    /** Writes the file of the bad records. */
    int export(Path to) {
        return within(context -> {
            if (Files.exists(to)) {
                throw new IllegalArgumentException("Expected to make the file " + to
                        + ", found one there, which may be half mended; move it away or set another --to");
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
            try (QuarantineSheetWriter file = new QuarantineSheetWriter(to)) {
                write(context, traffic, file);
                if (file.rows() == 0) {
                    cli.out().println(nothing());
                } else {
                    file.finish();
                    cli.out().println(file.rows() + (file.rows() == 1 ? " bad record in " : " bad records in ") + to);
                }
                cli.out().flush();
                return ExitStatus.DONE;
            } catch (IOException e) {
                throw new UncheckedIOException("Expected to write " + to, e);
            }
        });
    }

    private void write(ConfigurableApplicationContext context, Path traffic, QuarantineSheetWriter file) {
        new QuarantinedRecordReader(context.getBean(JdbcTemplate.class)).each(day, workspace, bad -> {
            byte[] raw = bad.rejection().raw();
            boolean isMeteringRow = bad.rejection().place().file().contains(".ndjson");
            boolean isTrafficRecord = !isMeteringRow && !bad.isWholeFile();
            file.add(
                    bad,
                    rawText(traffic, bad),
                    isTrafficRecord ? RecordTexts.fieldsOf(raw) : NO_FIELDS,
                    isMeteringRow ? RawText.cleanText(raw).orElse("") : "");
        });
    }

    /** Its bytes as they are kept; from its file where only the beginning of them is kept. */
    private static RawText rawText(Path traffic, QuarantinedRecord bad) {
        byte[] raw = bad.rejection().raw();
        if (bad.isWholeFile() || !RecordTexts.isCut(raw.length)) {
            return RawText.of(raw, raw.length);
        }
        RecordPlace place = bad.rejection().place();
        Path file = traffic.resolve(bad.workspaceDay().workspace().value())
                .resolve(bad.workspaceDay().day().toString())
                .resolve(place.file());
        FullRecord fullRecord = RecordTexts.fullRecord(file, place.offset(), raw);
        return RawText.of(fullRecord.bytes(), fullRecord.fullLength());
    }

    private static String line(QuarantinedRecord bad) {
        RecordPlace place = bad.rejection().place();
        String files = String.join(", ", bad.repairFiles());
        String repaired = bad.repaired() ? "  repaired by " + files : "  mended in " + files + ", not read yet";
        return bad.workspaceDay() + "/" + place + "  "
                + bad.rejection().reason().code() + "  " + bad.rejection().detail()
                + (bad.repairFiles().isEmpty() ? "" : repaired);
    }

    private String nothing() {
        return "Nothing of " + day + (workspace == null ? "" : " and " + workspace) + " is in quarantine.";
    }

    /** What goes wrong is told by the command line. */
    private int within(Function<ConfigurableApplicationContext, ExitStatus> work) {
        return new CommandRun(cli, options.properties()).query(work).code();
    }
}
