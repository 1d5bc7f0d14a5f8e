package io.billingcenter.benchmarks.traffic;

import io.billingcenter.domain.time.BillingDay;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of generated traffic. */
public final class TrafficOptions {

    @Option(names = "--records", defaultValue = "5000000", description = "Records (default ${DEFAULT-VALUE}).")
    private long records = 5_000_000;

    @Mixin
    private TrafficShape shape = new TrafficShape();

    /** Returns options for traffic of that size and shape. */
    public static TrafficOptions of(long records, TrafficShape shape) {
        TrafficOptions options = new TrafficOptions();
        options.records = records;
        options.shape = shape;
        return options;
    }

    /** Returns options for one workspace, one file and otherwise the defaults. */
    public static TrafficOptions ofOneWorkspace(long records) {
        return of(records, TrafficShape.ofOneWorkspace());
    }

    /** Returns the billing day. */
    public BillingDay day() {
        return shape.day();
    }

    /** Returns the number of records, including repeated ones. */
    public long records() {
        return records;
    }

    /** Returns whether every workspace has only a handful of records. */
    public boolean isTiny() {
        return shape.isTiny();
    }

    /** Returns one sentence on the traffic, for people. */
    public String describe() {
        return shape.describe(records);
    }

    /** Returns a folder name that is unique to traffic of the same options. */
    public String folderName() {
        return shape.folderName(records);
    }

    /**
     * Returns the plan of these options.
     *
     * @throws IllegalArgumentException if a number is too small or too large
     */
    TrafficPlan plan() {
        return shape.plan(records);
    }
}
