package io.billingcenter.readers.files.traffic;

import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.explain.ContributionLog;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.metering.fold.WorkspaceDayFold;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the files of a workspace-day again to find the records that contribute to its measures. */
public final class RecordTrace {

    private RecordTrace() {}

    /**
     * Returns the totals of the files, and reports every record that changes one of the measures. The changes of a
     * measure add up to its value.
     *
     * @param files files in file order
     * @param sink receives the records in the order of the files
     * @throws IOException if the disk fails or a file is missing
     */
    public static MeteredDay trace(
            WorkspaceDay workspaceDay,
            List<Path> files,
            MeteringTerms terms,
            Collection<MeasureTier> measures,
            Consumer<Contribution> sink)
            throws IOException {
        WorkspaceDayFold fold = new WorkspaceDayFold(workspaceDay, terms, rejection -> {});
        ContributionLog log = new ContributionLog(fold, measures, sink);
        return new PlainTrafficReader().read(fold, files, Map.of(), log::folded);
    }
}
