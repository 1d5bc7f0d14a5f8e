package io.billingcenter.jobs.launch;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.billing.AlertThresholds;
import io.billingcenter.domain.billing.FeeSchedule;
import io.billingcenter.domain.control.Digests;
import io.billingcenter.domain.pricing.PackageCover;
import io.billingcenter.domain.pricing.PackageSharing;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PriceCatalog;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.settlement.UsageLocks;
import io.billingcenter.domain.usage.MeteringTermsBook;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.pricing.PriceBookTableReader;
import io.billingcenter.readers.reference.ReferenceTableReader;
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
    private @Nullable AccountDirectory directory;
    private @Nullable MeteringTermsBook termsBook;
    private @Nullable Rater rater;
    private @Nullable AlertThresholds alertThresholds;
    private @Nullable PackageSharing packageSharing;
    private @Nullable FeeSchedule feeSchedule;

    ReferenceLookups(JdbcTemplate jdbc, BillingSettings settings) {
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
            rater = raterOf(new PriceBookTableReader(jdbc).catalog());
        }
        return rater;
    }

    /** The same at the prices of another catalog. */
    public Rater raterOf(PriceCatalog catalog) {
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return new Rater(new RatingFacts(
                directory(),
                catalog,
                reference.contractPrices(),
                new PrivateTariffs(reference.privateTariffs()),
                settings.siteDirectory(),
                settings.rules().units(),
                UsageLocks.NONE));
    }

    /** How packages are shared when this rater rates. */
    public PackageSharing packageSharing(Rater other) {
        return new PackageSharing(directory(), packages(), other);
    }

    /** From which consumption on somebody is told. */
    public synchronized AlertThresholds alertThresholds() {
        if (alertThresholds == null) {
            alertThresholds = new AlertThresholds(new ReferenceTableReader(jdbc).alertThresholds());
        }
        return alertThresholds;
    }

    /** How packages are shared. */
    public synchronized PackageSharing packageSharing() {
        if (packageSharing == null) {
            packageSharing = new PackageSharing(directory(), packages(), rater());
        }
        return packageSharing;
    }

    /** What falls due by agreement. */
    public synchronized FeeSchedule feeSchedule() {
        if (feeSchedule == null) {
            feeSchedule = new FeeSchedule(
                    directory(), packages(), new PrivateTariffs(new ReferenceTableReader(jdbc).privateTariffs()));
        }
        return feeSchedule;
    }

    /** SHA-256 of the terms under which a workspace-day is rated. */
    public String ratingTermsDigest(WorkspaceDay workspaceDay, boolean overQuarantineLimit, PackageCover cover) {
        return Digests.sha256(rater().termsOf(workspaceDay, overQuarantineLimit, cover));
    }

    private Packages packages() {
        ReferenceTableReader reference = new ReferenceTableReader(jdbc);
        return new Packages(reference.packages(), reference.trafficPacks());
    }

    /** Who owns and who pays. */
    public synchronized AccountDirectory directory() {
        AccountDirectory known = directory;
        if (known == null) {
            known = new ReferenceTableReader(jdbc).directory();
            directory = known;
        }
        return known;
    }
}
