package io.billingcenter.jobs.cli;

import io.billingcenter.domain.runs.RunEntry;
import io.billingcenter.jobs.launch.RunHistory;
import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.runs.RunList;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that lists runs. */
@Command(name = "runs", description = "Lists runs, the newest first: time, end and progress.")
final class RunsCommand extends QueryCommand {

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many runs are listed; ${DEFAULT-VALUE} if not given.")
    private int last;

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        if (last < 1) {
            throw new IllegalArgumentException("Expected --last to be at least 1, found " + last + "; correct it");
        }
        List<RunEntry> runs = context.getBean(RunHistory.class).last(last);
        if (json()) {
            JsonTree.print(RunList.tree(runs), out);
        } else {
            RunList.print(runs, out);
        }
        return ExitStatus.DONE;
    }
}
