package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.cli.BillingCommand.Surroundings;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists bad records. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the records and files of a day that do not count: where they lie and why.")
final class QuarantineCommand implements Callable<Integer> {

    @Option(names = "--day", paramLabel = "DAY", required = true, description = "Billing day, like 2026-11-21.")
    private String day = "";

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BillingCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        BillingDay billingDay;
        try {
            billingDay = BillingDay.parse(day);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        Surroundings surroundings = parent.surroundings();
        return new CommandRun(surroundings, options.properties())
                .within(RunRequest.forDay(JobName.NIGHTLY, billingDay), context -> {
                    print(context.getBean(JdbcTemplate.class), billingDay, surroundings);
                    return ExitStatus.DONE;
                })
                .code();
    }

    private static void print(JdbcTemplate jdbc, BillingDay day, Surroundings surroundings) {
        AtomicBoolean any = new AtomicBoolean();
        jdbc.query(
                """
                SELECT q.workspace_id, q.file, q.line, q.byte_offset, q.reason, q.detail FROM quarantined_record q
                JOIN day_reading r ON r.workspace_id = q.workspace_id AND r.billing_day = q.billing_day
                  AND r.reading = q.reading AND r.is_current = TRUE
                WHERE q.billing_day = ? ORDER BY q.workspace_id, q.file, q.byte_offset, q.line""",
                row -> {
                    any.set(true);
                    String place = row.getString("workspace_id") + "/" + day + "/" + row.getString("file");
                    String line = row.getLong("line") == 0
                            ? ""
                            : ":" + row.getLong("line") + " (byte " + row.getLong("byte_offset") + ")";
                    surroundings
                            .out()
                            .println(place + line + "  " + row.getString("reason") + "  " + row.getString("detail"));
                },
                day.date());
        if (!any.get()) {
            surroundings.out().println("Nothing of " + day + " is in quarantine.");
        }
        surroundings.out().flush();
    }
}
