package io.billingcenter.jobs.cli;

import io.billingcenter.domain.guard.CellSelection;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.guard.ConsentBook;
import io.billingcenter.writers.files.guard.HoldList;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The command that acknowledges cells. */
@Command(
        name = "ack",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Records that holds, or missing, unreadable or vanished input, are known: they no longer give the status 2",
            "nor a reason against closing, and stay in holds.csv, report and coverage."
        })
final class HoldsAckCommand implements Callable<Integer> {

    private static final String UNUSUAL = "unusual";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Whose whose = new Whose();

    @Option(names = "--day", paramLabel = "DAY", description = "Only this billing day.")
    private @Nullable String day;

    @Option(names = "--from", paramLabel = "DAY", description = "First billing day.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last billing day.")
    private @Nullable String to;

    @Option(
            names = "--reason",
            paramLabel = "NAME",
            required = true,
            description = "Reason of the holds, or missing, unreadable, vanished.")
    private String reason = "";

    @Option(names = "--meter", paramLabel = "METER", description = "Only this meter.")
    private String meter = "";

    @Option(
            names = "--until",
            paramLabel = "DAY",
            description = "Also covers later cells, up to this billing day; not for unusual.")
    private @Nullable String until;

    @Option(names = "--note", paramLabel = "TEXT", required = true, description = "The cause, as far as it is known.")
    private String note = "";

    @Option(names = "--yes", description = "With --all: do it. Without it, only count and worth are printed.")
    private boolean yes;

    @Mixin
    private RunOptions options = new RunOptions();

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private CliContext.Parent parent;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** One workspace or all of them. */
    static final class Whose {
        @Option(names = "--workspace", paramLabel = "ID", description = "Only this workspace.")
        private @Nullable String workspace;

        @Option(names = "--all", description = "All workspaces.")
        private boolean all;
    }

    @Override
    public Integer call() {
        CellSelection selection;
        BillingDay last;
        try {
            selection = selection();
            last = until == null ? null : BillingDay.parse(until);
            requirePossible(selection, last);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        return new CommandRun(parent.cliContext(), options.properties())
                .executeLocked(context -> acknowledge(context, selection, last))
                .code();
    }

    private CellSelection selection() {
        if (day != null && (from != null || to != null)) {
            throw new IllegalArgumentException("Expected --day, or --from and --to, found both; give one of them");
        }
        BillingDay first = from == null ? null : BillingDay.parse(from);
        BillingDay end = to == null ? null : BillingDay.parse(to);
        if (day != null) {
            first = BillingDay.parse(day);
            end = first;
        }
        if (first != null && end != null && end.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Expected --to on or after --from, " + first + ", found " + end + "; correct one of them");
        }
        return new CellSelection(Objects.requireNonNullElse(whose.workspace, ""), first, end, reason, meter);
    }

    private void requirePossible(CellSelection selection, @Nullable BillingDay last) {
        if (!reasons().contains(reason)) {
            throw new IllegalArgumentException("Expected --reason to be one of " + String.join(", ", reasons())
                    + "; found '" + reason + "'; correct it");
        }
        if (last != null && reason.equals(UNUSUAL)) {
            throw new IllegalArgumentException(
                    "Expected no --until for unusual charges, since each of them must be checked; leave it out, or let an"
                            + " account pass that has grown: billing confirm --account ID --until DAY --reason TEXT");
        }
        BillingDay first = selection.from();
        if (last != null && first != null && last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Expected --until on or after " + first + ", found " + last + "; correct one of them");
        }
        if (note.isBlank()) {
            throw new IllegalArgumentException("Expected a cause with --note, found nothing; add it");
        }
    }

    private static Set<String> reasons() {
        return Stream.of(
                        Stream.of(HoldReason.values()).map(HoldReason::code),
                        Stream.of(InputFindingKind.values()).map(InputFindingKind::code),
                        Stream.of(UNUSUAL))
                .flatMap(codes -> codes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private ExitStatus acknowledge(
            ConfigurableApplicationContext context, CellSelection selection, @Nullable BillingDay last) {
        PrintWriter out = parent.cliContext().out();
        BillingDay today = Today.at(parent.cliContext().clock(), options.properties());
        List<HoldList.Entry> entries = OpenHolds.entries(context, today).stream()
                .filter(entry -> selection.matches(entry.cell().key()))
                .filter(entry -> !entry.cell().acknowledged())
                .toList();
        if (entries.isEmpty() && last == null) {
            throw new IllegalArgumentException("Expected something of reason " + reason
                    + " that is open and not acknowledged, found nothing; see:" + " billing holds");
        }
        String found = String.format(
                Locale.ROOT, "%,d cells of %s worth about %s", entries.size(), reason, HoldList.worth(entries));
        if (whose.all && !yes) {
            out.println(found + ". Nothing was acknowledged; run the same command with --yes to do it.");
            out.flush();
            return ExitStatus.WRONG_USE;
        }
        context.getBean(ConsentBook.class)
                .acknowledge(
                        selection,
                        last,
                        note,
                        entries.stream()
                                .map(HoldList.Entry::cell)
                                .map(OpenCell::key)
                                .toList());
        out.println("Acknowledged " + found + (last == null ? "." : ", and later cells up to " + last + "."));
        out.flush();
        return ExitStatus.DONE;
    }
}
