package io.billingcenter.samples;

import io.billingcenter.samples.ExpectedFiles.Standing;
import io.billingcenter.samples.ExpectedFiles.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the expected files of scenarios anew and replaces those that the second calculation confirms. */
@Command(
        name = "billing-dev expected",
        sortOptions = false,
        header = "Writes the expected files of scenarios anew.",
        description = {
            "",
            "Runs scenarios of input-samples, writes their delivered files below input-samples/target/expected and prints the"
                    + " difference from the committed files. The second calculation of the samples then works out every figure"
                    + " once more; a figure that it does not confirm is an error. Without --replace nothing that is committed"
                    + " changes.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 nothing to do, or all differences replaced; 1 wrong use; 2 differences that were not replaced;"
                    + " 3 figures that are not confirmed, or a scenario that could not be run."
        })
final class ExpectedCommand implements Callable<Integer> {

    private static final int WRONG_USE = 1;
    private static final int DIFFERENT = 2;
    private static final int NOT_CONFIRMED = 3;
    private static final int MOST_FINDINGS = 20;

    /** The suite: from a scenario to its delivered files. */
    @FunctionalInterface
    interface Suite {
        Map<String, String> deliver(Scenario scenario) throws IOException;
    }

    private final Path samples;
    private final Path side;
    private final Suite suite;

    @Parameters(arity = "0..*", paramLabel = "SCENARIO", description = "Folders of input-samples; all without one.")
    private List<String> names = List.of();

    @Option(names = "--replace", description = "Replace committed files where every figure is confirmed.")
    private boolean replace;

    @Option(
            names = "--texts",
            description =
                    "With --replace: also replace files that differ in words, which nothing confirms. Read the difference"
                            + " first.")
    private boolean texts;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    /**
     * Makes a command.
     *
     * @param samples the folder of the scenarios
     * @param side the folder below which files are written anew
     */
    ExpectedCommand(Path samples, Path side, Suite suite) {
        this.samples = samples;
        this.side = side;
        this.suite = suite;
    }

    /** Runs in the folder of this module. */
    public static void main(String[] arguments) {
        Path samples = Path.of("").toAbsolutePath();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        ExpectedCommand command =
                new ExpectedCommand(samples, samples.resolve("target/expected"), ExpectedCommand::runInOwnFolder);
        System.exit(command.run(out, arguments));
    }

    private static Map<String, String> runInOwnFolder(Scenario scenario) throws IOException {
        Path folder = Files.createTempDirectory("billing-expected-");
        try {
            return scenario.deliver(new Workplace(folder, Databases.HSQLDB.address(folder)));
        } finally {
            Scenario.delete(folder);
        }
    }

    int run(PrintWriter out, String... arguments) {
        CommandLine line = new CommandLine(this)
                .setOut(out)
                .setErr(out)
                .setUsageHelpWidth(120)
                .setExitCodeExceptionMapper(exception -> NOT_CONFIRMED)
                .setParameterExceptionHandler((exception, any) -> {
                    out.println("billing-dev: " + exception.getMessage());
                    out.flush();
                    return WRONG_USE;
                });
        return line.execute(arguments);
    }

    @Override
    public Integer call() throws IOException {
        if (texts && !replace) {
            throw new ParameterException(
                    spec.commandLine(), "Expected --texts together with --replace, found it alone. Add --replace.");
        }
        int status = 0;
        for (Scenario scenario : chosen()) {
            status = Math.max(status, take(scenario));
            out().flush();
        }
        return status;
    }

    private List<Scenario> chosen() throws IOException {
        List<Scenario> all = Scenario.in(samples);
        List<String> known = all.stream().map(Scenario::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Expected a scenario of input-samples, found '" + name + "'. Give one or more of "
                                + String.join(", ", known) + ", or none to take all.");
            }
        }
        return all.stream()
                .filter(scenario -> names.isEmpty() || names.contains(scenario.name()))
                .toList();
    }

    private int take(Scenario scenario) throws IOException {
        Map<String, String> delivered;
        try {
            delivered = suite.deliver(scenario);
        } catch (Scenario.StepFailedException e) {
            out().println(scenario.name() + ": nothing was delivered. " + e.getMessage());
            return NOT_CONFIRMED;
        }
        Path folder = side.resolve(scenario.name());
        ExpectedFiles.write(delivered, folder);
        try {
            return compare(
                    scenario,
                    folder,
                    ExpectedFiles.of(scenario, delivered, Workplace.HOME.resolve("config/price-books")));
        } catch (IllegalArgumentException e) {
            showDifference(scenario, folder);
            out().println("  nothing is confirmed and nothing was replaced. " + e.getMessage());
            return NOT_CONFIRMED;
        }
    }

    private int compare(Scenario scenario, Path folder, ExpectedFiles files) throws IOException {
        List<Verdict> verdicts = files.verdicts();
        if (verdicts.stream().allMatch(verdict -> verdict.standing() == Standing.UNCHANGED)) {
            out().printf(
                            Locale.ROOT,
                            "%s: nothing to do, %d files are as committed, %d figures are confirmed.%n",
                            scenario.name(),
                            verdicts.size(),
                            files.figures());
            return 0;
        }
        showDifference(scenario, folder);
        List<String> replaced = replace ? files.replace(verdicts, texts) : List.of();
        verdicts.forEach(verdict -> tell(verdict, replaced));
        summarize(verdicts, replaced);
        return status(verdicts, replaced);
    }

    private void showDifference(Scenario scenario, Path folder) throws IOException {
        out().println(scenario.name() + ":");
        String difference = FolderDiff.of(scenario.expectedFolder(), folder);
        if (!difference.isEmpty()) {
            out().println(difference);
        }
    }

    private void tell(Verdict verdict, List<String> replaced) {
        if (verdict.standing() == Standing.UNCHANGED) {
            return;
        }
        if (replaced.contains(verdict.file())) {
            out().println("  " + verdict.file() + ": replaced");
            return;
        }
        out().println("  " + verdict.file() + ": " + reason(verdict.standing()));
        verdict.findings().stream().limit(MOST_FINDINGS).forEach(finding -> out().println("    " + finding));
        if (verdict.findings().size() > MOST_FINDINGS) {
            out().println("    and " + (verdict.findings().size() - MOST_FINDINGS) + " more");
        }
    }

    private static String reason(Standing standing) {
        return switch (standing) {
            case UNCHANGED, CONFIRMED -> "not replaced, every figure is confirmed";
            case OTHER_TEXTS -> "not replaced, it differs in words";
            case CONTRADICTED -> "not replaced, the second calculation expects other figures:";
        };
    }

    private void summarize(List<Verdict> verdicts, List<String> replaced) {
        List<String> advice = new ArrayList<>();
        if (!replaced.isEmpty()) {
            advice.add(replaced.size() + " replaced.");
        }
        if (!replace && isAny(verdicts, Standing.CONFIRMED)) {
            advice.add("Read the difference, then add --replace.");
        }
        if (!texts && isAny(verdicts, Standing.OTHER_TEXTS)) {
            advice.add("Nothing confirms words: read the difference, then add --replace --texts.");
        }
        if (isAny(verdicts, Standing.CONTRADICTED)) {
            advice.add("Find out from the rules which of the two calculations is wrong, and mend that one.");
        }
        out().println(advice.stream().collect(Collectors.joining(" ", "  ", "")));
    }

    private static boolean isAny(List<Verdict> verdicts, Standing standing) {
        return verdicts.stream().anyMatch(verdict -> verdict.standing() == standing);
    }

    private static int status(List<Verdict> verdicts, List<String> replaced) {
        if (isAny(verdicts, Standing.CONTRADICTED)) {
            return NOT_CONFIRMED;
        }
        long open = verdicts.stream()
                .filter(verdict -> verdict.standing() != Standing.UNCHANGED)
                .filter(verdict -> !replaced.contains(verdict.file()))
                .count();
        return open == 0 ? 0 : DIFFERENT;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
