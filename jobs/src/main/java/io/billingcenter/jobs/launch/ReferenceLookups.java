package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.FeeSchedule;
import io.billingcenter.domain.guard.AccountChanges;
import io.billingcenter.domain.guard.UnusualDays;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.QuotaAllocator;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.settlement.AccountLocks;
import io.billingcenter.domain.settlement.AccountStates;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.UsageLocks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.guard.AccountDayReader;
import io.billingcenter.readers.tables.pricing.PriceBookTableReader;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import io.billingcenter.readers.tables.settlement.AccountStateReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reference data and price books as immutable values. Each is read from the tables when it is first asked for, so a night
 * reads them after its import.
 */
public class ReferenceLookups {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final BillingDay settledDay;
    private @Nullable AccountDirectory directory;
    private @Nullable MeteringTermsBook termsBook;
    private @Nullable Rater rater;
    private @Nullable AlertThresholds alertThresholds;
    private @Nullable QuotaAllocator packageSharing;
    private @Nullable FeeSchedule feeSchedule;
    private @Nullable UnusualDays unusualDays;

    /**
     * Look-ups in the tables of a database.
     *
     * @param settledDay day up to which settlement decides about locks of accounts
     */
    ReferenceLookups(JdbcTemplate jdbc, BillingSettings settings, BillingDay settledDay) {
        this.settledDay = settledDay;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Returns the terms under which workspace-days are metered. */
    public synchronized MeteringTermsBook termsBook() {
        if (termsBook == null) {
            termsBook = new MeteringTermsBook(
                    directory(),
                    new ReferenceTableReader(jdbc).retentionPolicies(),
                    new MeteringTermsBook.Settings(
                            settings.zone(),
                            settings.siteDirectory(),
                            settings.rules().oversize(),
                            settings.rules().firstDayWithoutSecurityChecks()));
        }
        return termsBook;
    }

    /** Returns the rater at the imported prices. */
    public synchronized Rater rater() {
        if (rater == null) {
            rater = raterOf(new PriceBookTableReader(jdbc).priceBooks());
        }
        return rater;
    }

    /** Returns a rater at other prices. */
    public Rater raterOf(PriceBooks priceBooks) {
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return new Rater(new RatingFacts(
                directory(),
                priceBooks,
                reference.contractPrices(),
                new PrivateTariffs(reference.privateTariffs()),
                settings.siteDirectory(),
                settings.rules().units(),
                locks()));
    }

    /** Returns the allocation of package quotas for usage that another rater rates. */
    public QuotaAllocator packageSharing(Rater other) {
        return new QuotaAllocator(directory(), packages(), other);
    }

    /** Returns the consumption from which an alert is raised. */
    public synchronized AlertThresholds alertThresholds() {
        if (alertThresholds == null) {
            alertThresholds = new AlertThresholds(new ReferenceTableReader(jdbc).alertThresholds());
        }
        return alertThresholds;
    }

    /** Returns the allocation of package quotas. */
    public synchronized QuotaAllocator packageSharing() {
        if (packageSharing == null) {
            packageSharing = new QuotaAllocator(directory(), packages(), rater());
        }
        return packageSharing;
    }

    /** Returns the fees that fall due by agreement. */
    public synchronized FeeSchedule feeSchedule() {
        if (feeSchedule == null) {
            feeSchedule = new FeeSchedule(
                    directory(),
                    packages(),
                    new PrivateTariffs(new ReferenceTableReader(jdbc).privateTariffs()),
                    releasedVendors());
        }
        return feeSchedule;
    }

    /**
     * Returns the terms under which a workspace-day is rated as one text; as long as it stays the same, the same usage has
     * the same rating.
     */
    public String ratingTerms(WorkspaceDay workspaceDay, boolean overQuarantineLimit, QuotaDrawdown cover) {
        return rater().termsOf(workspaceDay, overQuarantineLimit, cover) + unusualTerms(workspaceDay);
    }

    private String unusualTerms(WorkspaceDay workspaceDay) {
        UnusualDays unusual = unusualDays();
        return unusual.isEmpty()
                ? ""
                : directory()
                        .binding(workspaceDay.workspace(), workspaceDay.day())
                        .map(binding -> unusual.terms(binding.account(), workspaceDay.day()))
                        .orElse("");
    }

    /** Returns the account-days that are held as unusual. */
    public synchronized UnusualDays unusualDays() {
        UnusualDays known = unusualDays;
        if (known == null) {
            known = new AccountDayReader(jdbc, settings.metering().lateWindowDays()).held();
            unusualDays = known;
        }
        return known;
    }

    /** Discards the account-days that are held as unusual, since they have changed; the next request reads them anew. */
    public synchronized void discardUnusualDays() {
        unusualDays = null;
    }

    /** Returns the days on which accounts got or lost a package, or got a workspace. */
    public AccountChanges accountChanges() {
        return new AccountChanges(packages().all(), bindings());
    }

    /** Returns the bindings as they were made. */
    public List<Binding> bindings() {
        return new ReferenceTableReader(jdbc).bindings();
    }

    /** Returns the cloud accounts that have ended. */
    public ReleasedVendors releasedVendors() {
        return new ReleasedVendors(
                new ReferenceTableReader(jdbc).vendorReleases(),
                settings.rules().released());
    }

    /** Returns the rules by which arrears lock an account. */
    public LockRules lockRules() {
        return settings.rules().locks().rules();
    }

    private UsageLocks locks() {
        ReleasedVendors released = releasedVendors();
        Set<Binding> switched = Set.copyOf(released.switched(bindings()));
        Set<BillingAccountId> accounts = switched.stream().map(Binding::account).collect(Collectors.toSet());
        AccountStates states = new AccountStateReader(jdbc, directory(), lockRules()).until(settledDay, accounts);
        return new AccountLocks(states, lockRules(), released, switched);
    }

    private Packages packages() {
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return new Packages(reference.packages(), reference.trafficPacks());
    }

    /** Returns owners and payers of workspaces. */
    public synchronized AccountDirectory directory() {
        AccountDirectory known = directory;
        if (known == null) {
            known = new ReferenceTableReader(jdbc).directory(releasedVendors());
            directory = known;
        }
        return known;
    }
}
