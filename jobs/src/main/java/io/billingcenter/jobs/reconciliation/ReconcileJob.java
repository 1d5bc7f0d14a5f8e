package io.billingcenter.jobs.reconciliation;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.WorkspaceDayControl;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.readers.tables.reconciliation.BillControl;
import io.billingcenter.readers.tables.reconciliation.RawFileControl;
import io.billingcenter.readers.tables.reconciliation.WorkspaceDaySnapshotReader;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares neighbouring stages. As a gate of a night it looks at what was touched since the gate was passed last; as a
 * command it looks at everything of a day, and counts the raw files once more.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ReconcileJob {

    private static final String USAGE_GATE = "usage";
    private static final String BILLS_GATE = "bills";
    private static final String INVOICES_GATE = "invoices";
    private static final String DAY_GATE = "day";
    private static final String AGREEMENT = "neighbouring stages to agree before anything is settled or delivered";
    private static final String DAY_AGREEMENT = "neighbouring stages of the day to agree";

    @Bean
    Job jobReconcile(JobFactory jobs, Step reconcileDay) {
        return jobs.job(JobName.RECONCILE, List.of(reconcileDay));
    }

    /** From the files to the postings, of every workspace-day that was read, rated or posted. */
    @Bean
    Step reconcile(
            StepFactory steps,
            Gate gate,
            JdbcTemplate jdbc,
            Folders folders,
            RunRequest request,
            BillingSettings settings) {
        return steps.tasklet("reconcile", (contribution, context) -> {
            GateWriter tables = new GateWriter(jdbc);
            tables.lookAtNews(USAGE_GATE);
            gate.requireBalance(USAGE_GATE, AGREEMENT, contribution, sheet -> {
                compareDays(jdbc, sheet, completeDays(gate.jobOf(contribution), request, settings), request);
                raw(() -> new RawFileControl(jdbc, folders.traffic(), sheet).compareLists());
            });
            tables.passed(USAGE_GATE, gate.runOf(contribution));
            return RepeatStatus.FINISHED;
        });
    }

    /** Bills, when they are settled and before anything of them is delivered. */
    @Bean
    Step reconcileBills(StepFactory steps, Gate gate, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("reconcileBills", (contribution, context) -> {
            GateWriter tables = new GateWriter(jdbc);
            tables.lookAtBills(
                    BILLS_GATE, request.settledDay(), gate.jobOf(contribution).equals(JobName.DELIVER_FILES.text()));
            gate.requireBalance(
                    BILLS_GATE, AGREEMENT, contribution, sheet -> new BillControl(jdbc, sheet).compareBills());
            tables.passed(BILLS_GATE, gate.runOf(contribution));
            return RepeatStatus.FINISHED;
        });
    }

    /** Invoices, before they are delivered. */
    @Bean
    Step reconcileInvoices(StepFactory steps, Gate gate, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("reconcileInvoices", (contribution, context) -> {
            gate.requireBalance(
                    INVOICES_GATE,
                    AGREEMENT,
                    contribution,
                    sheet -> new BillControl(jdbc, sheet).compareInvoices(request.requireMonth()));
            return RepeatStatus.FINISHED;
        });
    }

    /** Everything of a day. */
    @Bean
    Step reconcileDay(
            StepFactory steps,
            Gate gate,
            JdbcTemplate jdbc,
            Folders folders,
            RunRequest request,
            BillingSettings settings) {
        return steps.tasklet("reconcileDay", (contribution, context) -> {
            DayComparison comparison = new DayComparison(
                    jdbc,
                    new DeliveredRows(jdbc, settings.rules().units(), settings.zone()),
                    folders.traffic(),
                    folders.out());
            gate.requireBalance(
                    DAY_GATE, DAY_AGREEMENT, contribution, sheet -> comparison.compare(request.requireDay(), sheet));
            return RepeatStatus.FINISHED;
        });
    }

    private static void compareDays(
            JdbcTemplate jdbc, ReconciliationResult sheet, @Nullable DayRange complete, RunRequest request) {
        WorkspaceDayControl control = new WorkspaceDayControl(sheet);
        new WorkspaceDaySnapshotReader(jdbc)
                .read(day -> control.compare(
                        day,
                        complete != null
                                && complete.contains(day.workspaceDay().day())
                                && request.bills(day.workspaceDay().workspace())));
    }

    /** The days of which this run has rated and posted everything that was read; none for a run that does not. */
    private static @Nullable DayRange completeDays(String job, RunRequest request, BillingSettings settings) {
        if (!job.equals(JobName.NIGHTLY.text()) && !job.equals(JobName.RERUN.text())) {
            return null;
        }
        return request.billedDays(settings.metering().lateWindowDays());
    }

    private static void raw(RawComparison comparison) {
        try {
            comparison.compare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface RawComparison {
        void compare() throws IOException;
    }
}
