package io.billingcenter.jobs.installation;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.installation.InstallationReader;
import io.billingcenter.readers.tables.runs.RunReader;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Months that a lost database has closed: their invoices are in an adopted folder. Their nights may be run again, under
 * their own days, to rebuild their rows; the first night after them closes them here as well.
 */
@Component
public class ExternallyClosedMonths {

    private static final Set<JobName> POSTING = Set.of(JobName.NIGHTLY, JobName.RERUN, JobName.BILL_USAGE);

    private final JdbcTemplate jdbc;
    private final int lateWindowDays;

    ExternallyClosedMonths(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.lateWindowDays = settings.metering().lateWindowDays();
    }

    /**
     * Checks that the run does not bill usage again that is in invoices of a lost database.
     *
     * @throws IllegalArgumentException when it would
     */
    public void admit(RunRequest request) {
        InstallationReader reader = new InstallationReader(jdbc);
        List<BillingMonth> outside = reader.closedOutside();
        if (outside.isEmpty()) {
            return;
        }
        if (request.job() == JobName.CLOSE_MONTH) {
            requireOpen(request.requireMonth(), outside);
        } else if (POSTING.contains(request.job())) {
            BillingDay posted = request.requirePostedDay();
            List<BillingMonth> closed = reader.closed();
            outside.stream()
                    .filter(month -> month.compareTo(posted.month()) < 0 && !closed.contains(month))
                    .forEach(month -> end(month, posted));
        }
    }

    private static void requireOpen(BillingMonth month, List<BillingMonth> outside) {
        if (outside.contains(month)) {
            throw new IllegalArgumentException("Expected a month that this database can close, found " + month
                    + " whose invoices the adopted output folder already has; late usage of it is posted"
                    + " under open days");
        }
    }

    /** Closes a month; everything that was billed for it must be in this database by now. */
    private void end(BillingMonth month, BillingDay posted) {
        BillingDay last = month.endExclusive().minusDays(1);
        boolean isLookedAt = !last.isBefore(posted.minusDays(lateWindowDays));
        if (isLookedAt && !isRun(last)) {
            throw new IllegalArgumentException("Expected the nights of " + month
                    + " to be run again before one of a later month, found that of " + last
                    + " missing: its usage is in invoices of the adopted output folder, and this run would bill it once"
                    + " more. Give ./billing nightly --day for the first day that folder has, then --day " + last
                    + ", which runs the nights between them");
        }
        new ClosedMonthWriter(jdbc).seal(month);
    }

    private boolean isRun(BillingDay day) {
        RunReader runs = new RunReader(jdbc);
        return Stream.of(JobName.NIGHTLY, JobName.BILL_USAGE)
                .flatMap(job -> runs.of(job.text(), day.toString()).stream())
                .anyMatch(run -> run.finished());
    }
}
