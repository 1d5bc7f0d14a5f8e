package io.billingcenter.jobs.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that lists quarantined records. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the records and files of a day that do not count: their places, reasons and repairs.")
final class QuarantineListCommand implements Callable<Integer> {

    @Option(names = "--day", paramLabel = "DAY", required = true, description = "Billing day, like 2026-11-21.")
    private String day = "";

    @Option(names = "--workspace", paramLabel = "ID", description = "Only this workspace; all if not given.")
    private @Nullable String workspace;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new QuarantineQuery(parent.cliContext(), options, spec, day, workspace).list();
    }
}
