package io.billingcenter.jobs.control;

import io.billingcenter.domain.control.ControlStage;
import io.billingcenter.domain.control.ControlTotal;
import io.billingcenter.domain.control.RowSum;
import io.billingcenter.domain.control.RunSeal;
import io.billingcenter.domain.control.StateTable;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobFactory;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.control.ControlTables;
import io.billingcenter.readers.control.ControlTables.SealedTotals;
import io.billingcenter.readers.control.Verification;
import io.billingcenter.writers.control.ControlTotals;
import io.billingcenter.writers.control.GateTables;
import io.billingcenter.writers.control.SealTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals what a run has written, as its last step; and finds what was changed since. */
@Lazy
@Configuration(proxyBeanMethods = false)
public class SealRunJob {

    private static final String SEAL_GATE = "seal";
    private static final String VERIFY_GATE = "verify";
    private static final String INTACT = "everything as it was written and sealed";

    @Bean
    Job jobVerify(JobFactory jobs, Step verifySeals) {
        return jobs.job(JobName.VERIFY, List.of(verifySeals));
    }

    /** Everything that was written since the last seal, also by runs that did not come to their end. */
    @Bean
    Step sealRun(StepFactory steps, JdbcTemplate jdbc, RunRequest request) {
        return steps.tasklet("sealRun", (contribution, context) -> {
            seal(jdbc, runOf(contribution), stateDay(request));
            return RepeatStatus.FINISHED;
        });
    }

    @Bean
    Step verifySeals(StepFactory steps, Gate gate, JdbcTemplate jdbc, Folders folders) {
        return steps.tasklet("verifySeals", (contribution, context) -> {
            long sealed = new GateTables(jdbc).passedRun(SEAL_GATE);
            gate.requireBalance(
                    VERIFY_GATE,
                    INTACT,
                    contribution,
                    sheet -> new Verification(jdbc, folders.out(), sheet).verify(sealed, hasEnded(jdbc, sealed)));
            return RepeatStatus.FINISHED;
        });
    }

    private static void seal(JdbcTemplate jdbc, long runId, LocalDate day) {
        ControlTables tables = new ControlTables(jdbc);
        List<RunSeal> seals = tables.seals();
        @Nullable RunSeal last = seals.isEmpty() ? null : seals.get(seals.size() - 1);
        int number = last == null ? 1 : last.number() + 1;
        new ControlTotals(jdbc, runId).insert(changedStates(tables, number, day));
        SealedTotals totals = tables.totals(last == null ? -1 : last.runId(), runId);
        if (totals.count() > 0) {
            new SealTable(jdbc).append(RunSeal.after(last, runId, totals.count(), totals.digest()));
        }
        new GateTables(jdbc).passed(SEAL_GATE, runId);
    }

    /** Tables that are not as they were sealed last; those made of reference files only when these have changed. */
    private static List<ControlTotal> changedStates(ControlTables tables, int number, LocalDate day) {
        List<ControlTotal> changed = new ArrayList<>();
        boolean otherReference = false;
        for (StateTable table : StateTable.values()) {
            if (table.isReference() && !otherReference) {
                continue;
            }
            RowSum now = tables.state(table);
            String sealed = tables.sealedState(table);
            if (sealed == null || !sealed.equals(now.parts())) {
                otherReference |= table == StateTable.REFERENCE_FILE;
                changed.add(new ControlTotal(
                        ControlStage.STATE,
                        "",
                        day,
                        number,
                        table.tableName(),
                        "",
                        null,
                        now.rows(),
                        BigDecimal.ZERO,
                        BigDecimal.ZERO,
                        now.parts()));
            }
        }
        return changed;
    }

    /** Whether every run since the last seal only compared. */
    private static boolean hasEnded(JdbcTemplate jdbc, long sealedRun) {
        Integer later = jdbc.queryForObject(
                "SELECT COUNT(*) FROM run WHERE run_id > ? AND job_name NOT IN (?, ?)",
                Integer.class,
                sealedRun,
                JobName.RECONCILE.text(),
                JobName.VERIFY.text());
        return later != null && later == 0;
    }

    private static LocalDate stateDay(RunRequest request) {
        return request.day() != null
                ? request.day().date()
                : request.requireMonth().firstDay().date();
    }

    private static long runOf(StepContribution contribution) {
        return RunId.of(contribution);
    }
}
