package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** The command that replays repaired records. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Checks the repaired records of an exported file and writes them into new traffic files; all of them or none.",
            "The next night reads these files and posts the difference."
        })
final class QuarantineReplayCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "The exported file with repairs.")
    private Path from = Path.of("");

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Override
    public Integer call() {
        CliContext cli = parent.cliContext();
        BillingDay today = Today.at(cli.clock(), options.properties());
        RunRequest request = new RunRequest(
                JobName.REPLAY_REPAIRS,
                today,
                null,
                today,
                null,
                from.toAbsolutePath().normalize());
        return new CommandRun(cli, options.properties()).execute(request).code();
    }
}
