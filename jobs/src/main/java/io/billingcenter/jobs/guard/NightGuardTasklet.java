package io.billingcenter.jobs.guard;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.config.GuardSettings;
import io.billingcenter.domain.billing.FeeCalculator;
import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.FeeWork;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.guard.GuardFinding;
import io.billingcenter.domain.guard.GuardLevel;
import io.billingcenter.domain.guard.GuardStop;
import io.billingcenter.domain.guard.NightFigures;
import io.billingcenter.domain.guard.NightLimits;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.PostingScope;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.jobs.launch.RunId;
import io.billingcenter.jobs.launch.RunLookups;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.readers.tables.billing.FeeWorkReader;
import io.billingcenter.readers.tables.guard.NightFiguresReader;
import io.billingcenter.readers.tables.guard.NightFiguresReader.Adjustments;
import io.billingcenter.writers.tables.billing.UsageDaySums;
import io.billingcenter.writers.tables.guard.GuardReportWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.JdbcTemplate;

/** Stops a run whose postings are far from usual, before any of them is made. */
final class NightGuardTasklet implements Tasklet {

    private final JdbcTemplate jdbc;
    private final RunLookups runLookups;
    private final BillingSettings settings;
    private final GuardStops stops;

    NightGuardTasklet(JdbcTemplate jdbc, RunLookups runLookups, BillingSettings settings, GuardStops stops) {
        this.jdbc = jdbc;
        this.runLookups = runLookups;
        this.settings = settings;
        this.stops = stops;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        RunRequest request = RunRequest.of(contribution);
        BillingDay day = request.requireDay();
        // After the last step that rates, and before posting makes it unknown which days were rated.
        new UsageDaySums(jdbc).refresh(day);
        NightLimits limits = GuardLimits.night(settings.guard());
        List<Adjustments> fees = feeAdjustments(request, runLookups.of(contribution));
        List<GuardFinding> findings = new ArrayList<>();
        for (NightFigures night :
                night(request).figures(fees, settings.guard().account().historyDays())) {
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
                                ? findings.stream().map(NightGuardTasklet::text).toList()
                                : List.of());
        return RepeatStatus.FINISHED;
    }

    private NightFiguresReader night(RunRequest request) {
        PostingScope scope = PostingScope.of(request, settings.metering().lateWindowDays());
        return new NightFiguresReader(jdbc, request.requireDay(), scope.days(), scope.workspaces());
    }

    /** Returns the adjustments that posting the fees will make; first postings of fees are left out. */
    private List<Adjustments> feeAdjustments(RunRequest request, ReferenceLookups lookups) {
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
                    .map(NightGuardTasklet::adjustment)
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
