package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.time.DaySpan;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;

/**
 * The terms that decide, besides the files, how a workspace-day is metered. Measures carry their tier, so when one of
 * these changes the workspace-day is metered again.
 *
 * @param span the instants of the billing day in the zone of the workspace's site
 * @param storage where its logs are stored
 * @param logsByIngest whether the plan meters logs by bytes
 * @param policies retention policies of the workspace
 * @param oversize how an oversize item is counted (reading Q2)
 * @param securityCheckCounted whether security checks count as logs on that day (reading Q28)
 * @param selfSyntheticApart whether results of self-built synthetic nodes are also counted apart from the other logs: they do not
 *     count against the quota of the free plan (billing rules 4.2)
 * @param slice what part of the day is read at a time; has no influence on what the slices amount to together
 */
public record MeteringTerms(
        DaySpan span,
        StorageType storage,
        boolean logsByIngest,
        RetentionPolicies policies,
        OversizeRule oversize,
        boolean securityCheckCounted,
        boolean selfSyntheticApart,
        Slice slice) {

    private static final int LOG_LIMIT_KB = 10;
    private static final int SLS_LOG_LIMIT_KB = 2;
    private static final int PROFILE_LIMIT_KB = 300;

    /** The terms of the whole day, on a plan that has no quotas. */
    public MeteringTerms(
            DaySpan span,
            StorageType storage,
            boolean logsByIngest,
            RetentionPolicies policies,
            OversizeRule oversize,
            boolean securityCheckCounted) {
        this(span, storage, logsByIngest, policies, oversize, securityCheckCounted, false, Slice.WHOLE);
    }

    /** The same terms for a slice of the day. */
    public MeteringTerms of(Slice part) {
        return new MeteringTerms(
                span, storage, logsByIngest, policies, oversize, securityCheckCounted, selfSyntheticApart, part);
    }

    /** The same terms on the free plan. */
    public MeteringTerms withQuotas() {
        return new MeteringTerms(span, storage, logsByIngest, policies, oversize, securityCheckCounted, true, slice);
    }

    /**
     * The terms as one text: as long as it stays the same, the same files give the same usage. Counting results of self-built
     * nodes apart is no part of it: it concerns the quota of the free plan only, and workspace-days that were read before it
     * existed are not to be read again for it.
     */
    public String describe() {
        return String.join(
                "|",
                span.start().toString(),
                span.end().toString(),
                storage.code(),
                Boolean.toString(logsByIngest),
                oversize.name(),
                Boolean.toString(securityCheckCounted),
                policies.describe(span.end()));
    }

    /** Size in bytes up to which a log record counts once (billing rules 1.3.2). */
    long logLimitBytes() {
        return oversize.limitBytes(storage == StorageType.SLS ? SLS_LOG_LIMIT_KB : LOG_LIMIT_KB);
    }

    /** Size in bytes up to which a profile counts once (billing rules 1.3.7). */
    long profileLimitBytes() {
        return oversize.limitBytes(PROFILE_LIMIT_KB);
    }
}
