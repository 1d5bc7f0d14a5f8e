package io.billingcenter.jobs.delivery;

import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.writers.files.delivery.SetContent;
import java.util.Optional;

/** Makes one kind of files of a closed month. Each kind has one maker, which is a bean. */
public interface SetMaker {

    /** Returns the kind of files. */
    SetKind kind();

    /**
     * Returns the content of the set of a closed month, made of committed rows only; empty if the settings ask for none. The
     * content may refuse to be published by a {@link io.billingcenter.domain.delivery.SetRefusedException}.
     *
     * @param runId number of the run
     */
    Optional<SetContent> content(BillingMonth month, long runId);
}
