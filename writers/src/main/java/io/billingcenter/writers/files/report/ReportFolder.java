package io.billingcenter.writers.files.report;

import io.billingcenter.domain.report.RunReport;
import io.billingcenter.writers.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The folder of run reports, beside the delivered files but not part of them:
 * {@code reports/<job>-<period>-<number>/report.html} and {@code report.json}. Each file appears as a whole; a resumed
 * run writes them again.
 */
public final class ReportFolder {

    private static final String REPORTS = "reports";
    private static final String PAGE = "report.html";
    private static final String DATA = "report.json";

    private final Path out;

    /**
     * Creates a writer of reports.
     *
     * @param out folder of the delivered files
     */
    public ReportFolder(Path out) {
        this.out = out;
    }

    /**
     * Writes the report of a run.
     *
     * @return the page
     * @throws ReportException if it cannot be written
     */
    public Path write(RunReport report) {
        Path folder = out.resolve(REPORTS).resolve(report.run().name());
        try {
            AtomicFile.write(folder.resolve(DATA), JsonReport.of(report));
            AtomicFile.write(folder.resolve(PAGE), HtmlReport.of(report));
        } catch (IOException e) {
            throw new ReportException(
                    "Expected to write the report of the run into " + folder + ", found "
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "; free space on the disk or make the folder writable",
                    e);
        }
        return folder.resolve(PAGE);
    }
}
