package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * The metering terms of every workspace-day. A workspace unknown to the reference data is metered with storage {@code
 * es}, in the default zone and with default retention, and metered again once it is known.
 */
public final class MeteringTermsBook {

    /**
     * The settings that influence metering.
     *
     * @param zone zone of workspaces that are unknown to the reference data
     * @param sites sites by code
     * @param oversize rule for counting oversize items (reading Q2)
     * @param securityCheckUntil first billing day on which security checks no longer count (reading Q28), if any
     */
    public record Settings(
            ZoneId zone, Map<String, Site> sites, OversizeRule oversize, Optional<BillingDay> securityCheckUntil) {}

    private final AccountDirectory directory;
    private final Map<WorkspaceId, RetentionPolicies> policies;
    private final Settings settings;

    /** Creates the terms that follow from reference data and settings. */
    public MeteringTermsBook(
            AccountDirectory directory, Map<WorkspaceId, RetentionPolicies> policies, Settings settings) {
        this.directory = directory;
        this.policies = Map.copyOf(policies);
        this.settings = settings;
    }

    /** Returns the terms of the workspace-day. */
    public MeteringTerms termsOf(WorkspaceDay workspaceDay) {
        Optional<Workspace> workspace = directory.workspace(workspaceDay.workspace());
        ZoneId zone = workspace
                .map(known -> settings.sites().get(known.site()))
                .map(Site::zone)
                .orElse(settings.zone());
        Plan plan = directory.plan(workspaceDay.workspace(), workspaceDay.day());
        MeteringTerms terms = new MeteringTerms(
                workspaceDay.day().in(zone),
                workspace.map(Workspace::storage).orElse(StorageType.ES),
                plan.logsByIngest(),
                policies.getOrDefault(workspaceDay.workspace(), RetentionPolicies.NONE),
                settings.oversize(),
                settings.securityCheckUntil()
                        .map(end -> workspaceDay.day().isBefore(end))
                        .orElse(true));
        return plan == Plan.FREE ? terms.withQuotas() : terms;
    }
}
