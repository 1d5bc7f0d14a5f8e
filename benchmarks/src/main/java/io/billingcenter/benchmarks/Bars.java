package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Report;
import io.billingcenter.benchmarks.files.FileTrees;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs all measurements, one command after another, and prints one table. */
@Command(
        name = "bars",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs all measurements and prints one table; completed ones are in bars.md of the work folder.")
final class Bars implements Callable<Integer> {

    private static final int FAILED = 1;

    @Mixin
    private Places places = new Places();

    @Option(
            names = "--scale",
            defaultValue = "1",
            description = "Factor for all sizes, like 0.01 for a trial (default ${DEFAULT-VALUE}).")
    private BigDecimal scale = BigDecimal.ONE;

    @Option(
            names = "--only",
            split = ",",
            description = "Runs only these and keeps earlier results: parsing, storing, metering, no-deduplication,"
                    + " giant, tiny, fresh, growth, memory, night, tiny-night.")
    private List<String> only = List.of();

    @Option(names = "--pairs", defaultValue = "0", description = "Pairs and rounds of each; 0 for its own number.")
    private int pairs;

    @Option(names = "--warmup", defaultValue = "1", description = "Runs before those that count, of whole processes.")
    private int warmup = 1;

    @Option(names = "--duckdb-memory", defaultValue = "", description = "Memory limit of DuckDB (default: its own).")
    private String duckDbMemory = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Bar> bars = Bar.all(scale);
        List<Bar> chosen = chosen(bars);
        String suffix = scale.compareTo(BigDecimal.ONE) == 0 ? "" : "-" + scale.toPlainString();
        Path parts = places.folder("bars" + suffix);
        if (only.isEmpty()) {
            FileTrees.empty(parts);
        }
        BarsFile file = new BarsFile(places.folder("").resolve("bars" + suffix + ".md"), parts);
        int status = 0;
        for (Bar bar : chosen) {
            System.err.println("== " + bar.name() + ": " + bar.commandLine());
            try {
                file.add(bar, measure(bar));
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                System.err.println("Failed: " + e);
                file.addFailure(bar, e);
                status = FAILED;
            }
            file.assemble(bars);
        }
        System.out.println(file.summary(bars));
        return status;
    }

    private List<Bar> chosen(List<Bar> bars) {
        List<String> names = bars.stream().map(Bar::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("Expected --only to name some of " + names + ", found " + name);
            }
        }
        return bars.stream()
                .filter(bar -> only.isEmpty() || only.contains(bar.name()))
                .map(this::withOptions)
                .toList();
    }

    private Bar withOptions(Bar bar) {
        Bar with = pairs == 0
                ? bar
                : bar.with("--pairs", Integer.toString(pairs)).with("--rounds", Integer.toString(pairs));
        with = warmup == 1 ? with : with.with("--warmup", Integer.toString(warmup));
        return duckDbMemory.isEmpty() ? with : with.with("--duckdb-memory", duckDbMemory);
    }

    private Report measure(Bar bar) throws Exception {
        List<String> arguments = new ArrayList<>(bar.arguments());
        CommandLine command = new CommandLine(bar.command()).setCaseInsensitiveEnumValuesAllowed(true);
        arguments.addAll(List.of(
                "--home", places.home().toString(), "--work", places.folder("").toString()));
        command.parseArgs(arguments.toArray(String[]::new));
        return bar.command().measure();
    }
}
