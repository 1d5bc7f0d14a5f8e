package io.billingcenter.jobs.archive;

import io.billingcenter.domain.archive.ArchiveFile;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.jobs.summary.SummaryOrder;
import io.billingcenter.jobs.summary.SummarySection;
import io.billingcenter.readers.tables.archive.ArchiveFiles;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The archive files that a run has written. */
@Component
@Order(SummaryOrder.ARCHIVES)
class PurgeSummary implements SummarySection {

    private final JdbcTemplate jdbc;
    private final Folders folders;

    PurgeSummary(JdbcTemplate jdbc, Folders folders) {
        this.jdbc = jdbc;
        this.folders = folders;
    }

    @Override
    public void write(Summary summary) {
        if (summary.request().job() != JobName.PURGE) {
            return;
        }
        List<ArchiveFile> written = new ArchiveFiles(jdbc, folders.archive()).writtenBy(summary.runId());
        for (ArchiveFile file : written) {
            summary.row(
                    "archived",
                    file.month() + ": " + Summary.count(file.workspaceDays()) + " workspace-days, "
                            + Summary.count(file.sizeBytes()) + " bytes, in "
                            + folders.requireArchive().resolve(file.path()));
            summary.row("", file.rowCounts());
        }
        if (written.isEmpty()) {
            summary.row(
                    "archived",
                    "nothing: no details before " + summary.request().period() + " are in the tables");
        }
    }
}
