package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.AccountGuard;
import io.billingcenter.domain.guard.AccountLimits;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.guard.AccountConsents;
import io.billingcenter.readers.tables.guard.AccountDayReader;
import io.billingcenter.readers.tables.guard.LargeRecordReader;
import io.billingcenter.writers.tables.guard.AccountDaySums;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import io.billingcenter.writers.tables.guard.GuardStopWriter;
import io.billingcenter.writers.tables.guard.UnusualAccountDays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decides which account-days are held as unusual, and lists the workspace-days that are rated again for it. */
final class AccountGuardTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final RunLookups runLookups;
    private final BillingSettings settings;

    AccountGuardTasklet(JdbcTemplate jdbc, RunLookups runLookups, BillingSettings settings) {
        this.jdbc = jdbc;
        this.runLookups = runLookups;
        this.settings = settings;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        ReferenceLookups lookups = runLookups.of(contribution);
        BillingDay day = RunRequest.of(contribution).requireDay();
        AccountLimits limits = GuardLimits.account(settings.guard());
        List<BillingDay> rated = new AccountDaySums(jdbc).refresh(day);
        int history = Math.max(settings.metering().lateWindowDays(), limits.historyDays());
        AccountDayReader reader = new AccountDayReader(jdbc, history);
        Set<AccountDay> lookedAt = reader.toCheck(rated, day, limits);
        new GuardReportWriter(jdbc)
                .addOnce(
                        GuardReportWriter.Source.LARGE_RECORD,
                        RunId.of(contribution),
                        new LargeRecordReader(jdbc, GuardLimits.record(settings.guard())).lines(rated));
        AccountConsents consents = new AccountConsents(jdbc);
        AccountGuard guard = new AccountGuard(limits, lookups.accountChanges(), consents::cover);
        List<UnusualDay> held = guard.held(lookedAt, reader.sums(lookedAt));
        storeStops(reader, held, RunId.of(contribution));
        UnusualAccountDays table = new UnusualAccountDays(jdbc);
        table.store(lookedAt, held, RunId.of(contribution));
        table.listTasks(day);
        lookups.discardUnusualDays();
        return RepeatStatus.FINISHED;
    }

    /** Stores the stops to which a person may consent, unless they are stored with the same amounts. */
    private void storeStops(AccountDayReader reader, List<UnusualDay> held, long runId) {
        if (held.isEmpty()) {
            return;
        }
        Set<String> known =
                new HashSet<>(reader.heldDetails(held.get(held.size() - 1).key().day()));
        GuardStopWriter stops = new GuardStopWriter(jdbc);
        held.stream().filter(day -> !known.contains(day.detail())).forEach(day -> stops.store(day.stop(), runId));
    }
}
