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
import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.settlement.AccountLocks;
import io.billingcenter.domain.settlement.AccountStates;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.settlement.UsageLocks;
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
import org.springframework.stereotype.Component;

/**
 * Reference data and price books as immutable values, read from the tables when the first step asks for them, which is
 * after the import. All partitions share them.
 */
@Component
public class ReferenceLookups {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final RunRequest request;
    private @Nullable AccountDirectory directory;
    private @Nullable MeteringTermsBook termsBook;
    private @Nullable Rater rater;
    private @Nullable AlertThresholds alertThresholds;
    private @Nullable QuotaAllocator packageSharing;
    private @Nullable FeeSchedule feeSchedule;
    private @Nullable UnusualDays unusualDays;

    ReferenceLookups(JdbcTemplate jdbc, BillingSettings settings, RunRequest request) {
        this.request = request;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** The terms under which workspace-days are metered. */
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

    /** The prices of everything. */
    public synchronized Rater rater() {
        if (rater == null) {
            rater = raterOf(new PriceBookTableReader(jdbc).priceBooks());
        }
        return rater;
    }

    /** The same at the prices of another catalog. */
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

    /** How packages are shared when this rater rates. */
    public QuotaAllocator packageSharing(Rater other) {
        return new QuotaAllocator(directory(), packages(), other);
    }

    /** From which consumption on somebody is told. */
    public synchronized AlertThresholds alertThresholds() {
        if (alertThresholds == null) {
            alertThresholds = new AlertThresholds(new ReferenceTableReader(jdbc).alertThresholds());
        }
        return alertThresholds;
    }

    /** How packages are shared. */
    public synchronized QuotaAllocator packageSharing() {
        if (packageSharing == null) {
            packageSharing = new QuotaAllocator(directory(), packages(), rater());
        }
        return packageSharing;
    }

    /** What falls due by agreement. */
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

    /** SHA-256 of the terms under which a workspace-day is rated. */
    public String ratingTermsDigest(WorkspaceDay workspaceDay, boolean overQuarantineLimit, QuotaDrawdown cover) {
        return Digests.sha256(rater().termsOf(workspaceDay, overQuarantineLimit, cover) + unusualTerms(workspaceDay));
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

    /** The account-days that are held as unusual. */
    public synchronized UnusualDays unusualDays() {
        UnusualDays known = unusualDays;
        if (known == null) {
            known = new AccountDayReader(jdbc, settings.metering().lateWindowDays()).held();
            unusualDays = known;
        }
        return known;
    }

    /** Reads the account-days that are held as unusual anew when they are asked for next: they have changed. */
    public synchronized void forgetUnusualDays() {
        unusualDays = null;
    }

    /** Days on which accounts got or lost a package, or got a workspace. */
    public AccountChanges accountChanges() {
        return new AccountChanges(packages().all(), bindings());
    }

    /** Who owns and who pays, after what became of cloud accounts that have ended. */
    public synchronized AccountDirectory accounts() {
        return directory();
    }

    /** The bindings as they were made. */
    public List<Binding> bindings() {
        return new ReferenceTableReader(jdbc).bindings();
    }

    /** The cloud accounts that have ended. */
    public ReleasedVendors releasedVendors() {
        return new ReleasedVendors(
                new ReferenceTableReader(jdbc).vendorReleases(),
                settings.rules().released());
    }

    /** When arrears lock an account. */
    public LockRules lockRules() {
        return settings.rules().locks().rules();
    }

    private UsageLocks locks() {
        ReleasedVendors released = releasedVendors();
        Set<Binding> switched = Set.copyOf(released.switched(bindings()));
        Set<BillingAccountId> accounts = switched.stream().map(Binding::account).collect(Collectors.toSet());
        AccountStates states =
                new AccountStateReader(jdbc, directory(), lockRules()).until(request.settledDay(), accounts);
        return new AccountLocks(states, lockRules(), released, switched);
    }

    private Packages packages() {
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return new Packages(reference.packages(), reference.trafficPacks());
    }

    /** Who owns and who pays. */
    public synchronized AccountDirectory directory() {
        AccountDirectory known = directory;
        if (known == null) {
            known = new ReferenceTableReader(jdbc).directory(releasedVendors());
            directory = known;
        }
        return known;
    }
}
