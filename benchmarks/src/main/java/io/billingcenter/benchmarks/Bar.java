package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * One measurement of the summary: a command with its arguments.
 *
 * @param name name for the option {@code --only}
 * @param label description for people
 * @param command the command, without its arguments
 * @param arguments arguments of the command
 * @param bars the required values of the findings, in their order
 */
record Bar(String name, String label, Measuring command, List<String> arguments, List<String> bars) {

    private static final String A_QUARTER = "at most 0.25";
    private static final long MILLION = 1_000_000;

    /** Returns all measurements, the longest ones last. */
    static List<Bar> all(BigDecimal scale) {
        long parsed = scaled(scale, MILLION / 2);
        long metered = scaled(scale, 20 * MILLION);
        long fresh = scaled(scale, 100 * MILLION);
        long tiny = scaled(scale, 2 * MILLION);
        long days = scaled(scale, 20_000);
        long largest = scaled(scale, 200 * MILLION);
        String sizes = Stream.of(1, 5, 20, 100)
                .map(millions -> Long.toString(scaled(scale, millions * MILLION)))
                .collect(Collectors.joining(","));
        return List.of(
                new Bar(
                        "parsing",
                        "parse, validate and fold alone, one thread",
                        new Read(),
                        List.of("--records", Long.toString(parsed)),
                        List.of("at most 5", "at most 5")),
                new Bar(
                        "storing",
                        "storing " + grouped(days) + " workspace-days",
                        new Store(),
                        List.of("--days", Long.toString(days)),
                        List.of("at most 1.1")),
                new Bar(
                        "metering",
                        "metering " + grouped(metered) + " records beside DuckDB",
                        new Compare(),
                        List.of("--records", Long.toString(metered)),
                        List.of("at least 2.5", A_QUARTER)),
                new Bar(
                        "no-deduplication",
                        "metering " + grouped(metered) + " records, both without de-duplication and distinct counts",
                        new Compare(),
                        List.of("--records", Long.toString(metered), "--deduplication", "none"),
                        List.of("at least 2.5", A_QUARTER)),
                new Bar(
                        "giant",
                        "one workspace with 90 % of " + grouped(metered) + " records, 2 threads beside 1",
                        new Threads(),
                        List.of("--skew", "giant", "--records", Long.toString(metered)),
                        List.of("at least 1.6")),
                new Bar(
                        "tiny",
                        grouped(tiny / 20) + " workspaces of 20 records beside DuckDB",
                        new Compare(),
                        List.of("--skew", "tiny", "--records", Long.toString(tiny)),
                        List.of("at least 2", A_QUARTER, "below 0.1")),
                new Bar(
                        "fresh",
                        "metering " + grouped(fresh) + " other records beside DuckDB",
                        new Compare(),
                        List.of("--records", Long.toString(fresh), "--seed", "2", "--pairs", "3"),
                        List.of("at least 4", A_QUARTER)),
                new Bar(
                        "growth",
                        "growth",
                        new Grow(),
                        List.of("--records", sizes, "--largest", Long.toString(largest)),
                        List.of("above 0.99", "-", "completes")),
                new Bar(
                        "memory",
                        "memory where the ids do not grow",
                        new Grow(),
                        List.of(
                                "--records",
                                metered + "," + fresh,
                                "--ids",
                                Long.toString(metered - metered / 200),
                                "--pairs",
                                "2"),
                        List.of("-", "0.9 to 1.1")),
                new Bar(
                        "night",
                        "night of 2,000 workspaces with " + grouped(metered) + " records beside DuckDB",
                        new Night(),
                        List.of("--records", Long.toString(metered), "--workspaces", "2000"),
                        List.of("at least 2", "-")),
                new Bar(
                        "tiny-night",
                        "night of " + grouped(tiny / 20) + " workspaces of 20 records beside DuckDB",
                        new Night(),
                        List.of("--skew", "tiny", "--records", Long.toString(tiny)),
                        List.of("at least 0.5", "-")));
    }

    /** Returns the command as it would be typed. */
    String commandLine() {
        return "benchmarks/run " + new CommandLine(command).getCommandName() + " " + String.join(" ", arguments);
    }

    /** Returns the measurement with a further argument, if the command has that option. */
    Bar with(String option, String value) {
        if (!new CommandLine(command).getCommandSpec().optionsMap().containsKey(option)) {
            return this;
        }
        List<String> more = new ArrayList<>(arguments);
        int given = more.indexOf(option);
        if (given >= 0) {
            more.subList(given, given + 2).clear();
        }
        more.addAll(List.of(option, value));
        return new Bar(name, label, command, List.copyOf(more), bars);
    }

    private static long scaled(BigDecimal scale, long number) {
        return Math.max(
                1,
                scale.multiply(BigDecimal.valueOf(number))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact());
    }

    private static String grouped(long number) {
        return Figures.count(number);
    }
}
