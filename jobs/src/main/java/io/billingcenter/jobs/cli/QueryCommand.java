package io.billingcenter.jobs.cli;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunLookups;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that answers a question; it runs no job and changes nothing. */
@Command(mixinStandardHelpOptions = true, sortOptions = false)
abstract class QueryCommand implements Callable<Integer>, CliContext.Parent {

    @Option(names = "--json", description = "Print JSON instead of text.")
    private boolean json;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    /** Prints the answer. */
    abstract ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out);

    /** Returns the last billing day of the question; locks of accounts are those known on it. */
    BillingDay day() {
        return Today.at(parent.cliContext().clock(), options.properties());
    }

    /** Returns the context of the command. */
    @Override
    public final CliContext cliContext() {
        return parent.cliContext();
    }

    /** Returns whether the answer is printed as JSON. */
    final boolean json() {
        return json;
    }

    /** Returns the reference data and price books as of the last billing day of the question. */
    final ReferenceLookups lookups(ConfigurableApplicationContext context) {
        return context.getBean(RunLookups.class).asOf(day());
    }

    @Override
    public Integer call() {
        CommandRun run = new CommandRun(parent.cliContext(), options.properties());
        return run.query(context -> {
                    PrintWriter out = new PrintWriter(
                            new BufferedWriter(parent.cliContext().out()));
                    try {
                        return answer(context, out);
                    } finally {
                        out.flush();
                    }
                })
                .code();
    }
}
