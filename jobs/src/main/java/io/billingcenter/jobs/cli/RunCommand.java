package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.cli.BillingCommand.Surroundings;
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

/** A command that runs a job; what is checked here is checked before anything starts. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class RunCommand implements Callable<Integer> {

    @Mixin
    private RunOptions options = new RunOptions();

    private @Nullable BillingDay today;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BillingCommand parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private GivenConsents given = GivenConsents.NONE;
    private @Nullable String adoption;

    /** What is asked for. */
    abstract RunRequest request();

    /**
     * The consents that the command was given with.
     *
     * @throws IllegalArgumentException when an option cannot be right
     */
    GivenConsents given() {
        return GivenConsents.NONE;
    }

    /**
     * The reason for taking over an output folder with content that the database does not know; null when none is taken
     * over.
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
            request = request();
            given = given();
            adoption = adoption();
        } catch (IllegalArgumentException e) {
            throw wrongUse(String.valueOf(e.getMessage()));
        }
        return run(request).code();
    }

    /** Runs what is asked for. */
    ExitStatus run(RunRequest request) {
        return start().execute(request);
    }

    /** A run of the application with the options of the command. */
    final CommandRun start() {
        return new CommandRun(surroundings(), options.properties(), given).adopting(adoption);
    }

    /** The day before today, where accounts are billed. */
    final BillingDay yesterday() {
        return today().minusDays(1);
    }

    /** Today, where accounts are billed. */
    final BillingDay today() {
        if (today == null) {
            today = Today.at(surroundings().clock(), options.properties());
        }
        return today;
    }

    /**
     * The day of an option.
     *
     * @throws IllegalArgumentException when it is none, or is yet to come
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

    /** What the command takes from outside. */
    final Surroundings surroundings() {
        return parent.surroundings();
    }
}
