package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.time.DaySpan;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;

/**
 * The terms that decide, together with the files, how a workspace-day is metered. Measures carry their tier, so a
 * change of these terms causes the workspace-day to be metered again.
 *
 * @param span instants of the billing day in the zone of the workspace's site
 * @param storage storage of the workspace's logs
 * @param logsByIngest whether the plan meters logs by bytes
 * @param policies retention policies of the workspace
 * @param oversize rule for counting oversize items (reading Q2)
 * @param securityCheckCounted whether security checks count as logs on that day (reading Q28)
 * @param selfSyntheticApart whether results of self-built synthetic nodes are also counted separately from other
 *     logs, because they do not count against the quota of the free plan (billing rules 4.2)
 * @param slice part of the day that is folded; it has no influence on the sum of all slices
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

    /** Creates the terms of a whole day on a plan without quotas. */
    public MeteringTerms(
            DaySpan span,
            StorageType storage,
            boolean logsByIngest,
            RetentionPolicies policies,
            OversizeRule oversize,
            boolean securityCheckCounted) {
        this(span, storage, logsByIngest, policies, oversize, securityCheckCounted, false, Slice.WHOLE);
    }

    /** Returns the same terms for a slice of the day. */
    public MeteringTerms of(Slice part) {
        return new MeteringTerms(
                span, storage, logsByIngest, policies, oversize, securityCheckCounted, selfSyntheticApart, part);
    }

    /** Returns the same terms for the free plan. */
    public MeteringTerms withQuotas() {
        return new MeteringTerms(span, storage, logsByIngest, policies, oversize, securityCheckCounted, true, slice);
    }

    /**
     * Returns the terms as one text; as long as it stays the same, the same files give the same usage. The separate
     * count of self-built nodes is not part of the text: it matters only for the quota of the free plan, and
     * workspace-days read before it existed must not be read again because of it.
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

    /** Returns the size in bytes up to which a log record counts once (billing rules 1.3.2). */
    long logLimitBytes() {
        return oversize.limitBytes(storage == StorageType.SLS ? SLS_LOG_LIMIT_KB : LOG_LIMIT_KB);
    }

    /** Returns the size in bytes up to which a profile counts once (billing rules 1.3.7). */
    long profileLimitBytes() {
        return oversize.limitBytes(PROFILE_LIMIT_KB);
    }
}
