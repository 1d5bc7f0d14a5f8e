package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.delivery.SetResult;
import io.billingcenter.jobs.launch.RunResults;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sets of files that a run has made or refused, for its summary. */
@Component
class SetReport extends RunResults<SetReport.Outcome> {

    /**
     * The outcome of a set.
     *
     * @param result the delivered set; null if it was refused
     * @param refusal the refusal; null if it was delivered
     */
    record Outcome(
            SetKind kind,
            @Nullable SetResult result,
            @Nullable SetRefusedException refusal) {}
}
