package io.billingcenter.writers.tables.installation;

import io.billingcenter.domain.installation.OutputFolderContent;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.installation.AdoptedReportTable;
import io.billingcenter.schema.installation.OutputFolderTable;
import io.billingcenter.schema.invoicing.NumberSeriesTable;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the tables of the output folders; every method belongs in the caller's transaction. */
public final class InstallationWriter {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public InstallationWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores the id of a folder. */
    public void add(String id, Path folder) {
        OutputFolderTable.TABLE.insert(jdbc, OutputFolderTable.row(id, folder.toString()));
    }

    /**
     * Takes over the content that another database has left in a folder: its months with invoices are closed, its
     * numbers are in use, and so are the numbers of its reports.
     */
    public void adopt(OutputFolderContent found) {
        for (BillingMonth month : found.monthsInOrder()) {
            jdbc.update("""
                    INSERT INTO month_closed_outside (billing_month, invoice_layout)
                    SELECT t.billing_month, t.invoice_layout FROM
                      (SELECT CAST(? AS VARCHAR(7)) AS billing_month, CAST(? AS INTEGER) AS invoice_layout,
                         COUNT(*) AS known
                       FROM month_closed_outside WHERE billing_month = ?) t
                    WHERE t.known = 0""", month.toString(), found.layout(month).version(), month.toString());
        }
        found.highestNumbers().forEach(this::raise);
        found.reports().forEach(this::raise);
    }

    private void raise(OutputFolderContent.Series series, long number) {
        int known = jdbc.update(
                "UPDATE number_series SET last_number = CASE WHEN last_number < ? THEN ? ELSE last_number END"
                        + " WHERE series = ? AND number_year = ?",
                number,
                number,
                series.name(),
                series.year());
        if (known == 0) {
            NumberSeriesTable.TABLE.insert(jdbc, NumberSeriesTable.row(series.name(), series.year(), number));
        }
    }

    private void raise(OutputFolderContent.Report report) {
        int known = jdbc.update(
                "UPDATE adopted_report SET last_number = CASE WHEN last_number < ? THEN ? ELSE last_number END"
                        + " WHERE job_name = ? AND period = ?",
                report.number(),
                report.number(),
                report.job(),
                report.period());
        if (known == 0) {
            AdoptedReportTable.TABLE.insert(jdbc, AdoptedReportTable.row(report));
        }
    }
}
