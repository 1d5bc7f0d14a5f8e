package io.billingcenter.benchmarks.traffic;

import io.billingcenter.domain.time.BillingDay;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what traffic is to be made. */
public final class TrafficOptions {

    @Option(names = "--records", defaultValue = "5000000", description = "Records (default ${DEFAULT-VALUE}).")
    private long records = 5_000_000;

    @Mixin
    private TrafficShape shape = new TrafficShape();

    /** Traffic of that size and shape. */
    public static TrafficOptions of(long records, TrafficShape shape) {
        TrafficOptions options = new TrafficOptions();
        options.records = records;
        options.shape = shape;
        return options;
    }

    /** Options for one workspace, one file and otherwise the defaults. */
    public static TrafficOptions ofOneWorkspace(long records) {
        return of(records, TrafficShape.ofOneWorkspace());
    }

    /** The billing day. */
    public BillingDay day() {
        return shape.day();
    }

    /** How many records there are, repeated ones included. */
    public long records() {
        return records;
    }

    /** Whether every workspace has a handful of records only. */
    public boolean isTiny() {
        return shape.isTiny();
    }

    /** One sentence on the traffic, for people. */
    public String describe() {
        return shape.describe(records);
    }

    /** A folder name that only traffic of the same options has. */
    public String folderName() {
        return shape.folderName(records);
    }

    /**
     * The plan that these options ask for.
     *
     * @throws IllegalArgumentException for a number that is too small or too large
     */
    TrafficPlan plan() {
        return shape.plan(records);
    }
}
