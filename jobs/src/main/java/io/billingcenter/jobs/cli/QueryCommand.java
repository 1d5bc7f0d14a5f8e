package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.cli.BillingCommand.Surroundings;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that answers a question; nothing is changed. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class QueryCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BillingCommand parent;

    /** Answers, within the application. */
    abstract ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out);

    /** The last billing day of which the question is. */
    BillingDay day() {
        return Today.at(parent.surroundings().clock(), options.properties());
    }

    /** The surroundings of the command. */
    final Surroundings surroundings() {
        return parent.surroundings();
    }

    /** Whether the answer is to be JSON. */
    final boolean json() {
        return json;
    }

    @Override
    public Integer call() {
        CommandRun run = new CommandRun(parent.surroundings(), options.properties());
        RunRequest request = RunRequest.forDay(JobName.IMPORT_REFERENCE, day());
        return run.within(request, context -> {
                    PrintWriter out = new PrintWriter(
                            new BufferedWriter(parent.surroundings().out()));
                    try {
                        return answer(context, out);
                    } finally {
                        out.flush();
                    }
                })
                .code();
    }
}
