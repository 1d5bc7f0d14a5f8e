package io.billingcenter.jobs.billing;

import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.jobs.launch.ReferenceLookups;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Rates the usage of a workspace-day; the charges of an account-day that is held as unusual become a hold. */
final class RatingProcessor implements ItemProcessor<RatingWork, RatedDay> {

    private final ReferenceLookups lookups;

    RatingProcessor(ReferenceLookups lookups) {
        this.lookups = lookups;
    }

    @Override
    public RatedDay process(RatingWork work) {
        List<Usage> usage = UsageCalculator.usage(work.measures());
        Rating rating = lookups.rater().rate(work.workspaceDay(), usage, work.overLimit(), work.drawdown());
        return new RatedDay(
                work,
                usage,
                lookups.unusualDays().applyTo(rating, work.workspaceDay().day()));
    }
}
