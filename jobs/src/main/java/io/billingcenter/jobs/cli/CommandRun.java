package io.billingcenter.jobs.cli;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.jobs.BillingApplication;
import io.billingcenter.jobs.archive.PurgeConditions;
import io.billingcenter.jobs.archive.PurgedDayAdmission;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.installation.ExternallyClosedMonths;
import io.billingcenter.jobs.installation.OutputFolder;
import io.billingcenter.jobs.invoicing.IssueDateAdmission;
import io.billingcenter.jobs.launch.ConfigFiles;
import io.billingcenter.jobs.launch.DatabaseAddress;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobRunner;
import io.billingcenter.jobs.launch.OpeningDatabase;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.outbox.ShipTargets;
import io.billingcenter.jobs.progress.ProgressOutput;
import io.billingcenter.jobs.report.RunReports;
import io.billingcenter.jobs.summary.RunSummary;
import io.billingcenter.jobs.upgrade.SchemaUpgrade;
import io.billingcenter.readers.tables.guard.GuardReportReader;
import io.billingcenter.writers.files.report.ReportException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run of the application for one command: it opens a context, runs a job and prints a summary. */
final class CommandRun {

    /** Name of the property with the text that the console log prints before a line, so that the line begins empty. */
    private static final String BEFORE_LINES = "console.before-lines";

    /** Escaped, since a property loses control characters at its ends. */
    private static final String ERASE_LINE = ProgressOutput.ERASE_LINE.replace("\r", "\\r");

    private static final String RUN_AGAIN =
            "The run failed; no partial results were kept. Fix the cause and run the same command again.";

    private final CliContext cli;
    private final Map<String, Object> properties;
    private final GivenConsents given;
    private String database = "the database";
    private @Nullable OpeningDatabase opening;
    private @Nullable SchemaUpgrade upgrade;
    private boolean upgrades;
    private Consumer<String> notes;
    private @Nullable String acceptance;
    private @Nullable String adoption;

    CommandRun(CliContext cli, Map<String, Object> properties) {
        this(cli, properties, GivenConsents.NONE);
    }

    /** A run with consents, which are stored before it begins. */
    CommandRun(CliContext cli, Map<String, Object> properties, GivenConsents given) {
        this.cli = cli;
        this.properties = properties;
        this.given = given;
        this.notes = line -> cli.err().println("billing: " + line);
    }

    /**
     * Upgrades a database of an older program, and does nothing else.
     *
     * @param reason reason for which differences from the seals are accepted; null when they are not
     */
    ExitStatus migrate(@Nullable String reason) {
        upgrades = true;
        acceptance = reason;
        notes = cli.out()::println;
        return within(context -> {
            if (upgrade == null || !upgrade.isDone()) {
                cli.out().println("the tables of " + database + " are up to date");
            }
            cli.out().flush();
            return ExitStatus.DONE;
        });
    }

    /** Runs the requested job. */
    ExitStatus execute(RunRequest request) {
        return execute(request, context -> true);
    }

    /** Runs the requested job if a check in the application allows it; else does nothing. */
    ExitStatus execute(RunRequest request, Predicate<ConfigurableApplicationContext> allowed) {
        upgrades = true;
        return within(context -> {
            try {
                context.getBean(Folders.class).requireFor(request.job());
                return allowed.test(context) ? run(context, request) : ExitStatus.DONE;
            } catch (Exception e) {
                return fail(List.of(e));
            }
        });
    }

    /**
     * Runs the requested job, and then the other one if the first ended well; returns the worse status.
     *
     * @param follows returns whether there is anything for the other one to do
     */
    ExitStatus execute(RunRequest request, RunRequest next, Predicate<ConfigurableApplicationContext> follows) {
        upgrades = true;
        return within(context -> {
            try {
                context.getBean(Folders.class).requireFor(request.job());
                ExitStatus first = run(context, request);
                return first.isDone() && follows.test(context) ? first.worse(run(context, next)) : first;
            } catch (Exception e) {
                return fail(List.of(e));
            }
        });
    }

    /**
     * Runs the job that a look into the database leads to.
     *
     * @param next returns the job that follows it if it ended well; empty for none
     */
    ExitStatus execute(
            Function<ConfigurableApplicationContext, RunRequest> request,
            Function<RunRequest, Optional<RunRequest>> next) {
        upgrades = true;
        return within(context -> {
            try {
                RunRequest found = request.apply(context);
                context.getBean(Folders.class).requireFor(found.job());
                ExitStatus first = run(context, found);
                Optional<RunRequest> following = next.apply(found);
                return first.isDone() && following.isPresent() ? first.worse(run(context, following.get())) : first;
            } catch (Exception e) {
                return fail(List.of(e));
            }
        });
    }

    private ExitStatus run(ConfigurableApplicationContext context, RunRequest request) throws Exception {
        JobExecution execution = context.getBean(JobRunner.class).run(request, () -> prepare(context, request));
        return report(context, request, execution);
    }

    /** Does work that changes tables without a job, holding the lock of the run. */
    ExitStatus executeLocked(Function<ConfigurableApplicationContext, ExitStatus> work) {
        upgrades = true;
        return within(context -> {
            try {
                return context.getBean(JobRunner.class).holdingLock(() -> work.apply(context));
            } catch (Exception e) {
                return fail(List.of(e));
            }
        });
    }

    /** Checks and stores everything that must precede the job, holding the lock. */
    private void prepare(ConfigurableApplicationContext context, RunRequest request) {
        confirm(context);
        if (request.job().ships()) {
            context.getBean(ShipTargets.class).check();
        }
        context.getBean(OutputFolder.class).claim(request.job(), adoption);
        context.getBean(ExternallyClosedMonths.class).admit(request);
        context.getBean(PurgedDayAdmission.class).admit(request);
        context.getBean(IssueDateAdmission.class).admit(request);
        if (request.job().purges()) {
            context.getBean(PurgeConditions.class).require(request.requireMonth());
        }
    }

    /** Lets the run take over an output folder without a marker, whatever its content; null takes over none. */
    CommandRun adopting(@Nullable String reason) {
        adoption = reason;
        return this;
    }

    private void confirm(ConfigurableApplicationContext context) {
        if (!given.fingerprints().isEmpty()) {
            context.getBean(ConsentBook.class).confirm(given.fingerprints(), GivenConsents.REASON);
        }
    }

    /** Answers a question: opens the application, runs no job and changes no table. */
    ExitStatus query(Function<ConfigurableApplicationContext, ExitStatus> work) {
        return within(work);
    }

    /** Opens the application for some work and closes it again; a failure to open it is printed, not thrown. */
    private ExitStatus within(Function<ConfigurableApplicationContext, ExitStatus> work) {
        SpringApplication application = new SpringApplication(BillingApplication.class);
        application.setRegisterShutdownHook(true);
        application.setEnvironment(environment());
        application.addListeners(new LogFolderCheck());
        application.addInitializers(context -> prepare((GenericApplicationContext) context));
        ConfigurableApplicationContext context;
        try {
            context = application.run();
        } catch (RuntimeException e) {
            if (opening != null) {
                opening.close();
            }
            return fail(List.of(e));
        }
        try (context) {
            return work.apply(context);
        }
    }

    /** Returns an environment in which settings of the command line come first, also for the log. */
    private ConfigurableEnvironment environment() {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("command line", properties));
        if (cli.progress().isTerminal()) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("terminal", Map.of(BEFORE_LINES, ERASE_LINE)));
        }
        return environment;
    }

    private void prepare(GenericApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        BillingSettings settings = SettingsReader.read(environment, properties);
        DatabaseAddress address = DatabaseAddress.of(settings.db(), cli.home());
        database = address.shown();
        Folders folders = Folders.of(settings, cli.home());
        upgrade = upgrades ? new SchemaUpgrade(cli.clock(), folders.out(), notes, acceptance) : null;
        OpeningDatabase begun = OpeningDatabase.begin(address, settings, upgrade);
        opening = begun;
        context.registerBean(BillingSettings.class, () -> settings);
        context.registerBean(DatabaseAddress.class, () -> address);
        context.registerBean(OpeningDatabase.class, () -> begun);
        context.registerBean(Folders.class, () -> folders);
        context.registerBean(ConfigFiles.class, () -> new ConfigFiles(cli.home()));
        context.registerBean(Clock.class, cli::clock);
        context.registerBean(ShipTargets.class, () -> new ShipTargets(settings.shipping(), cli.home(), cli.clock()));
        context.registerBean(ProgressOutput.class, cli::progress);
    }

    private ExitStatus report(ConfigurableApplicationContext context, RunRequest request, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return ExitStatus.of(context.getBean(RunSummary.class).print(request, RunId.of(execution), cli.out()));
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            cli.err().println("billing: stopped; the same command resumes.");
            // The process ends with the status of its signal, whatever is returned here: 130 or 143.
            return ExitStatus.TERMINATED;
        }
        ExitStatus status = fail(execution.getAllFailureExceptions());
        if (status == ExitStatus.GUARD_STOPPED) {
            printReports(context, RunId.of(execution));
        }
        if (request.job().isReported() && status != ExitStatus.WRONG_USE) {
            reportFailure(context, execution);
        }
        return status;
    }

    /** Prints the odd prices that a stopped run imported: they are reported once, and may be why it was stopped. */
    private void printReports(ConfigurableApplicationContext context, long runId) {
        new GuardReportReader(context.getBean(JdbcTemplate.class))
                .lines(runId).stream()
                        .filter(GuardReportReader.Line::attention)
                        .forEach(line -> cli.err().println("look at: " + line.text()));
    }

    /** Writes the report of a failed run, unless the database, the memory or the report itself failed. */
    private void reportFailure(ConfigurableApplicationContext context, JobExecution execution) {
        List<Throwable> causes = execution.getAllFailureExceptions().stream()
                .flatMap(problem -> FailureText.chainOf(problem).stream())
                .toList();
        if (causes.stream().anyMatch(CommandRun::preventsReport)) {
            return;
        }
        try {
            String failure = FailureText.of(execution.getAllFailureExceptions(), database)
                    .message();
            Path page = context.getBean(RunReports.class).write(execution, failure);
            cli.err().println("A report of the failed run is at " + page);
        } catch (RuntimeException e) {
            cli.err()
                    .println("billing: there is no report of the failed run: "
                            + FailureText.of(List.of(e), database).message());
        }
    }

    private static boolean preventsReport(Throwable cause) {
        return cause instanceof SQLException || cause instanceof Error || cause instanceof ReportException;
    }

    private ExitStatus fail(List<Throwable> problems) {
        if (ProcessEnd.hasBegun()) {
            cli.err().println("billing: stopped; the same command resumes.");
            return ExitStatus.TERMINATED;
        }
        FailureText failure = FailureText.of(problems, database);
        cli.err().println("billing: " + failure.message());
        if (!failure.status().hasNothingToResume()) {
            cli.err().println(RUN_AGAIN);
        }
        return failure.status();
    }
}
