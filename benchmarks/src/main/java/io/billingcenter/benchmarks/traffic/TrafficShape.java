package io.billingcenter.benchmarks.traffic;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for the form of the traffic, whatever its size. */
public final class TrafficShape {

    private static final int TEN_THOUSAND = 10_000;

    @Option(names = "--day", defaultValue = "2026-10-15", description = "Billing day (default ${DEFAULT-VALUE}).")
    private String day = "2026-10-15";

    @Option(
            names = "--workspaces",
            defaultValue = "200",
            description = "Workspaces (default ${DEFAULT-VALUE}); tiny makes one for every 20 records.")
    private int workspaces = 200;

    @Option(
            names = "--skew",
            defaultValue = "even",
            description = "${COMPLETION-CANDIDATES}; giant: one workspace with 90 %% (default ${DEFAULT-VALUE}).")
    private Skew skew = Skew.EVEN;

    @Option(
            names = "--duplicates",
            defaultValue = "50",
            description = "Repeated records per 10,000 (default ${DEFAULT-VALUE}).")
    private int duplicates = 50;

    @Option(
            names = "--ids",
            defaultValue = "0",
            description =
                    "Approximate maximum number of ids, other records are repeats; 0 for no limit (default ${DEFAULT-VALUE}).")
    private long ids;

    @Option(names = "--seed", defaultValue = "1", description = "Seed (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--files", defaultValue = "1", description = "Files of a workspace-day (default ${DEFAULT-VALUE}).")
    private int files = 1;

    @Option(
            names = "--packing",
            defaultValue = "csv",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Packing packing = Packing.CSV;

    /** Returns options for one workspace, and otherwise the defaults. */
    static TrafficShape ofOneWorkspace() {
        TrafficShape shape = new TrafficShape();
        shape.workspaces = 1;
        return shape;
    }

    BillingDay day() {
        return BillingDay.parse(day);
    }

    /** Returns whether there are as many workspaces as the records allow. */
    boolean isTiny() {
        return skew == Skew.TINY;
    }

    String describe(long records) {
        return String.format(
                Locale.ROOT,
                "%,d records, %,d workspaces (%s), %s duplicates in 10,000, %d %s file(s) a workspace-day, seed %d",
                records,
                skew.workspaces(records, workspaces),
                skew.name().toLowerCase(Locale.ROOT),
                duplicatesOf(records),
                files,
                packing.ending(),
                seed);
    }

    String folderName(long records) {
        return String.join(
                "-",
                day,
                Long.toString(records),
                skew.name().toLowerCase(Locale.ROOT),
                "w" + skew.workspaces(records, workspaces),
                "d" + duplicatesOf(records),
                "s" + seed,
                "f" + files,
                packing.name().toLowerCase(Locale.ROOT));
    }

    TrafficPlan plan(long records) {
        require(records >= 1, "--records of at least 1", records);
        require(workspaces >= 1, "--workspaces of at least 1", workspaces);
        require(files >= 1, "--files of at least 1", files);
        require(duplicates >= 0 && duplicates < TEN_THOUSAND, "--duplicates from 0 to 9999", duplicates);
        require(ids >= 0, "--ids of at least 0", ids);
        List<Long> shares = skew.shares(records, workspaces);
        return new TrafficPlan(day(), shares, duplicatesOf(records), seed, new TrafficPlan.FileLayout(files, packing));
    }

    /** Returns the repeated records per 10,000, as many as keep the number of ids near its limit. */
    private int duplicatesOf(long records) {
        long fewest = ids == 0 || records <= ids ? 0 : TEN_THOUSAND - TEN_THOUSAND * ids / records;
        return Math.toIntExact(Math.min(TEN_THOUSAND - 1, Math.max(duplicates, fewest)));
    }

    private static void require(boolean condition, String expected, long found) {
        if (!condition) {
            throw new IllegalArgumentException("Expected " + expected + ", found " + found);
        }
    }
}
