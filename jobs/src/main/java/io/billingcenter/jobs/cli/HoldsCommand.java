package io.billingcenter.jobs.cli;

import io.billingcenter.writers.files.explain.JsonTree;
import io.billingcenter.writers.files.guard.HoldList;
import java.io.PrintWriter;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;

/** The command that lists holds and input that wait for a person. */
@Command(
        name = "holds",
        description =
                "Lists holds, and input that is missing, unreadable or vanished: reason, age, worth, known or not.",
        synopsisSubcommandLabel = "[ack]",
        subcommands = HoldsAckCommand.class)
final class HoldsCommand extends QueryCommand {

    @Override
    ExitStatus answer(ConfigurableApplicationContext context, PrintWriter out) {
        List<HoldList.Entry> entries = OpenHolds.entries(context, day());
        if (json()) {
            JsonTree.print(HoldList.tree(entries), out);
        } else {
            HoldList.print(entries, out);
        }
        return ExitStatus.DONE;
    }
}
