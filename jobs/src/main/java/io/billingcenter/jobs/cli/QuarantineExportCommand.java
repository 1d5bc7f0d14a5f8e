package io.billingcenter.jobs.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that exports quarantined records for repair. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes the quarantined records of a day into a CSV file, each with its bytes and with columns for the repair.",
            "Repair them, put 'repair' into column action, and pass the file to 'quarantine replay'."
        })
final class QuarantineExportCommand implements Callable<Integer> {

    @Option(names = "--day", paramLabel = "DAY", required = true, description = "Billing day, like 2026-11-21.")
    private String day = "";

    @Option(names = "--workspace", paramLabel = "ID", description = "Only this workspace; all if not given.")
    private @Nullable String workspace;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "The file to be created; it must not exist.")
    private Path to = Path.of("");

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
        return new QuarantineQuery(parent.cliContext(), options, spec, day, workspace)
                .export(to.toAbsolutePath().normalize());
    }
}
