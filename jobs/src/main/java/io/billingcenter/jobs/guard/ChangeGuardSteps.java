package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.billing.FeeCalculator;
import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.guard.AccountDay;
import io.billingcenter.domain.guard.AccountGuard;
import io.billingcenter.domain.guard.AccountLimits;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.NightFigures;
import io.billingcenter.domain.guard.NightLimits;
import io.billingcenter.domain.guard.UnusualDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.PostingScope;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.launch.StepFactory;
import io.billingcenter.readers.tables.billing.FeeWorkReader;
import io.billingcenter.readers.tables.guard.AccountConsents;
import io.billingcenter.readers.tables.guard.AccountDayReader;
import io.billingcenter.readers.tables.guard.LargeRecordReader;
import io.billingcenter.readers.tables.guard.NightFiguresReader;
import io.billingcenter.readers.tables.guard.NightFiguresReader.Adjustments;
import io.billingcenter.writers.tables.guard.AccountDaySums;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import io.billingcenter.writers.tables.guard.GuardStopWriter;
import io.billingcenter.writers.tables.guard.UnusualAccountDays;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The steps that compare the amounts about to be posted with the usual ones: they hold the account-days that are far
 * above them, and stop a night that is. The steps stand between rating and posting, and every try of a run goes through
 * them.
 */
@Lazy
@Configuration(proxyBeanMethods = false)
public class ChangeGuardSteps {

    /** Decides which account-days are held as unusual, and lists the workspace-days that are rated again for it. */
    @Bean
    Step guardAccounts(
            StepFactory steps,
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings) {
        return steps.taskletOfEveryTry("guardAccounts", (contribution, context) -> {
            BillingDay day = request.requireDay();
            AccountLimits limits = GuardLimits.account(settings.guard());
            List<BillingDay> rated = new AccountDaySums(jdbc).refresh(day);
            int history = Math.max(settings.metering().lateWindowDays(), limits.historyDays());
            AccountDayReader reader = new AccountDayReader(jdbc, history);
            Set<AccountDay> lookedAt = reader.toLookAt(rated, day, limits);
            new GuardReportWriter(jdbc)
                    .addOnce(
                            GuardReportWriter.Source.LARGE_RECORD,
                            RunId.of(contribution),
                            new LargeRecordReader(jdbc, GuardLimits.record(settings.guard())).lines(rated));
            AccountConsents consents = new AccountConsents(jdbc);
            AccountGuard guard = new AccountGuard(limits, lookups.accountChanges(), consents::cover);
            List<UnusualDay> held = guard.held(lookedAt, reader.sums(lookedAt));
            storeStops(jdbc, reader, held, RunId.of(contribution));
            UnusualAccountDays table = new UnusualAccountDays(jdbc);
            table.store(lookedAt, held, RunId.of(contribution));
            table.listTasks(day);
            lookups.forgetUnusualDays();
            return RepeatStatus.FINISHED;
        });
    }

    /** Stores the stops to which a person may consent, where they are not stored yet with these amounts. */
    private static void storeStops(JdbcTemplate jdbc, AccountDayReader reader, List<UnusualDay> held, long runId) {
        if (held.isEmpty()) {
            return;
        }
        Set<String> known =
                new HashSet<>(reader.heldDetails(held.get(held.size() - 1).key().day()));
        GuardStopWriter stops = new GuardStopWriter(jdbc);
        held.stream().filter(day -> !known.contains(day.detail())).forEach(day -> stops.store(day.stop(), runId));
    }

    /** Stops a run of which the postings are far from usual, before any of them is made. */
    @Bean
    Step guardNight(
            StepFactory steps,
            JdbcTemplate jdbc,
            ReferenceLookups lookups,
            RunRequest request,
            BillingSettings settings,
            GuardStops stops) {
        return steps.taskletOfEveryTry("guardNight", (contribution, context) -> {
            BillingDay day = request.requireDay();
            NightLimits limits = GuardLimits.night(settings.guard());
            List<Adjustments> fees = feeAdjustments(jdbc, lookups, request, settings);
            List<GuardFinding> findings = new ArrayList<>();
            for (NightFigures night : night(jdbc, request, settings)
                    .figures(fees, settings.guard().account().historyDays())) {
                findings.addAll(limits.exceeded(night));
            }
            boolean reportOnly = settings.guard().mode() == GuardSettings.Mode.REPORT;
            if (!findings.isEmpty() && !reportOnly) {
                stops.requireConsent(new GuardStop(GuardLevel.NIGHT, day, "", findings), RunId.of(contribution));
            }
            new GuardReportWriter(jdbc)
                    .replace(
                            GuardReportWriter.Source.NIGHT,
                            RunId.of(contribution),
                            reportOnly
                                    ? findings.stream()
                                            .map(ChangeGuardSteps::text)
                                            .toList()
                                    : List.of());
            return RepeatStatus.FINISHED;
        });
    }

    private static NightFiguresReader night(JdbcTemplate jdbc, RunRequest request, BillingSettings settings) {
        PostingScope scope = PostingScope.of(request, settings.metering().lateWindowDays());
        return new NightFiguresReader(jdbc, request.requireDay(), scope.days(), scope.workspaces());
    }

    /** Computes the adjustments that posting the fees is about to make; first postings of fees are left out. */
    private static List<Adjustments> feeAdjustments(
            JdbcTemplate jdbc, ReferenceLookups lookups, RunRequest request, BillingSettings settings) {
        Integer feeDays =
                PostingScope.of(request, settings.metering().lateWindowDays()).feeDays();
        if (feeDays == null) {
            return List.of();
        }
        FeeWorkReader reader = new FeeWorkReader(jdbc, request.requireDay(), feeDays);
        List<Adjustments> adjustments = new ArrayList<>();
        for (FeeWork work = reader.read(); work != null; work = reader.read()) {
            FeeCalculator.difference(
                            request.requirePostedDay(), lookups.feeSchedule().on(work.day()), work.before())
                    .postings()
                    .stream()
                    .filter(posting -> posting.kind() == PostingKind.ADJUSTMENT)
                    .map(ChangeGuardSteps::adjustment)
                    .forEach(adjustments::add);
        }
        return adjustments;
    }

    private static Adjustments adjustment(FeePosting posting) {
        BigDecimal amount = posting.amount().amount();
        return new Adjustments(
                posting.key().account().value(),
                posting.key().currency().getCurrencyCode(),
                amount.negate().max(BigDecimal.ZERO),
                amount.max(BigDecimal.ZERO),
                0);
    }

    private static String text(GuardFinding finding) {
        return finding.reason().code() + " " + finding.subject() + ": " + finding.detail();
    }
}
