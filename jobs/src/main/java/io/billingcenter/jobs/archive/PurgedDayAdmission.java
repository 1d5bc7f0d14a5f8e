package io.billingcenter.jobs.archive;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.invoicing.CloseFactsReader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The condition under which a run may be for a day that was purged: it is a rerun, for which the details come back first. All
 * other runs would take their absence for missing input.
 */
@Component
public class PurgedDayAdmission {

    private final CloseFactsReader months;
    private final Archives archives;
    private final RestoredDetails details;

    PurgedDayAdmission(JdbcTemplate jdbc, Archives archives, RestoredDetails details) {
        this.months = new CloseFactsReader(jdbc);
        this.archives = archives;
        this.details = details;
    }

    /**
     * Checks a request before its run begins, and brings the details back for a rerun.
     *
     * @throws IllegalArgumentException if the day was purged and the run is no rerun or would post under a closed month, or an
     *     archive file is missing
     */
    public void admit(RunRequest request) {
        BillingDay day = request.day();
        if (day == null || request.job() == JobName.VERIFY || !archives.files().havePurged(day)) {
            return;
        }
        if (request.job() != JobName.RERUN) {
            throw new IllegalArgumentException("Expected a day whose details are in the database, found " + day
                    + ", which was purged; only billing rerun brings them back, and billing verify checks the archive");
        }
        requireOpenMonth(day, request.requirePostedDay());
        details.restore(day);
    }

    private void requireOpenMonth(BillingDay day, BillingDay postedDay) {
        if (months.isClosed(postedDay.month())) {
            throw new IllegalArgumentException("Expected the difference of " + day
                    + ", which was purged, to be posted under a day of an open month, found " + postedDay
                    + "; give --posted-day with such a day");
        }
    }
}
