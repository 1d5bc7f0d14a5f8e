package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.GivenConsents;
import io.billingcenter.jobs.launch.RunRequest;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A command that runs a job; its options are checked before anything starts. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class RunCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    private @Nullable BillingDay today;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private GivenConsents given = GivenConsents.NONE;
    private @Nullable String adoption;

    /** Returns the request for the run. */
    abstract RunRequest request();

    /**
     * Returns the consents that were given with the command.
     *
     * @throws IllegalArgumentException when an option cannot be right
     */
    GivenConsents given() {
        return GivenConsents.NONE;
    }

    /**
     * Returns the reason for taking over an output folder with content that the database does not know; null when none is
     * taken over.
     *
     * @throws IllegalArgumentException when an option cannot be right
     */
    @Nullable
    String adoption() {
        return null;
    }

    @Override
    public Integer call() {
        RunRequest request;
        try {
            given = given();
            request = request().allowingMissing(given.allowMissing());
            adoption = adoption();
        } catch (IllegalArgumentException e) {
            throw wrongUse(String.valueOf(e.getMessage()));
        }
        return run(request).code();
    }

    /** Runs the job. */
    ExitStatus run(RunRequest request) {
        return start().execute(request);
    }

    /** Returns a run of the application with the options of the command. */
    final CommandRun start() {
        return new CommandRun(cliContext(), options.properties(), given).adopting(adoption);
    }

    /** Returns the day before today in the zone of billing. */
    final BillingDay yesterday() {
        return today().minusDays(1);
    }

    /** Returns today in the zone of billing. */
    final BillingDay today() {
        if (today == null) {
            today = Today.at(cliContext().clock(), options.properties());
        }
        return today;
    }

    /**
     * Returns the day of an option; yesterday when it is not given.
     *
     * @throws IllegalArgumentException when it is no day, or is yet to come
     */
    final BillingDay begunDay(DayOption option) {
        String text = option.day();
        return text == null ? yesterday() : begunDay(text);
    }

    /**
     * Returns the day of an option.
     *
     * @throws IllegalArgumentException when it is no day, or is yet to come
     */
    final BillingDay begunDay(String text) {
        BillingDay day = BillingDay.parse(text);
        if (today().isBefore(day)) {
            throw new IllegalArgumentException(
                    "Expected a day that has begun, found " + day + ", and today is " + today() + "; correct the day");
        }
        return day;
    }

    final ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Returns the context of the command. */
    final CliContext cliContext() {
        return parent.cliContext();
    }
}
