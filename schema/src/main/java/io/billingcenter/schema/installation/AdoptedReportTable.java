package io.billingcenter.schema.installation;

import io.billingcenter.domain.installation.OutputFolderContent;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code adopted_report}: the highest numbers of the reports in adopted folders. */
public final class AdoptedReportTable {

    public static final Table TABLE = Table.named("adopted_report");

    public static final Column<String> JOB_NAME = TABLE.text("job_name");
    public static final Column<String> PERIOD = TABLE.text("period");
    public static final Column<Long> LAST_NUMBER = TABLE.largeNumber("last_number");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(JOB_NAME, PERIOD);

    private AdoptedReportTable() {}

    /** Returns the row of the reports of a job for a period. */
    public static TableRow row(OutputFolderContent.Report report) {
        return TABLE.row()
                .set(JOB_NAME, report.job())
                .set(PERIOD, report.period())
                .set(LAST_NUMBER, (long) report.number());
    }
}
