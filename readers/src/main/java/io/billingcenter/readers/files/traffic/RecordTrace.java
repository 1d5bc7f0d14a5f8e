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

/** Reads the files of a workspace-day once more to tell which of their records make the figures. */
public final class RecordTrace {

    private RecordTrace() {}

    /**
     * What the files amount to, and on the way every record that makes a difference to one of the measures. The
     * differences of a measure add up to it.
     *
     * @param files in file order
     * @param sink takes the records in the order of the files
     * @throws IOException when the disk fails or a file is gone
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
