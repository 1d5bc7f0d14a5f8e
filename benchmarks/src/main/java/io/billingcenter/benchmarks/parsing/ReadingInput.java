package io.billingcenter.benchmarks.parsing;

import io.billingcenter.benchmarks.traffic.TrafficGenerator;
import io.billingcenter.benchmarks.traffic.TrafficOptions;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;

/**
 * One file with all records of one workspace-day, and the terms for reading it.
 *
 * @param records lines of the file without its header
 */
record ReadingInput(WorkspaceDay workspaceDay, MeteringTerms terms, Path file, long records) {

    private static final int BILLING_ZONE_HOURS = 8;
    private static final String WORKSPACE = "wksp_000000";

    /** Writes the file into the folder. */
    static ReadingInput write(Path folder, long records) throws IOException {
        TrafficOptions options = TrafficOptions.ofOneWorkspace(records);
        new TrafficGenerator(options, 1).write(folder);
        BillingDay day = options.day();
        Path file = folder.resolve(Path.of("traffic", WORKSPACE, day.toString(), "traffic-0000.csv"));
        return new ReadingInput(new WorkspaceDay(new WorkspaceId(WORKSPACE), day), terms(day), file, records);
    }

    /** Returns the terms of all generated traffic: storage es, UTC+8, default retention. */
    static MeteringTerms terms(BillingDay day) {
        return new MeteringTerms(
                day.in(ZoneOffset.ofHours(BILLING_ZONE_HOURS)),
                StorageType.ES,
                false,
                RetentionPolicies.NONE,
                OversizeRule.FLOOR_1024,
                true);
    }

    List<Path> files() {
        return List.of(file);
    }
}
