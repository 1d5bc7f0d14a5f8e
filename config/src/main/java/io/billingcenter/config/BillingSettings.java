package io.billingcenter.config;

import io.billingcenter.domain.account.ReleaseRule;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.invoicing.SeriesNames;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the suite, prefix {@code billing}. Each is explained in {@code config/application.yml}.
 *
 * @param traffic folder of the traffic logs
 * @param reference folder of the reference files
 * @param priceBooks folder of the price books
 * @param out folder of the delivered files
 * @param archive folder of the archive files; empty for none, so that nothing is purged
 * @param db JDBC URL, or path of the embedded database
 * @param zone zone of accounts and months, and of workspaces without reference data
 * @param sites sites by code
 * @param guard limits of the guards; every limit has a default
 * @param seller sellers by currency; a currency without one has invoices without a seller
 * @param delivery forms in which the files of months are delivered
 * @param documents language and templates of documents, and addresses of e-invoices
 */
@ConfigurationProperties("billing")
public record BillingSettings(
        String traffic,
        String reference,
        String priceBooks,
        String out,
        @DefaultValue("") String archive,
        String db,
        String dbUser,
        String dbPassword,
        ZoneId zone,
        Map<String, SiteSettings> sites,
        Metering metering,
        Rules rules,
        Invoicing invoicing,
        @DefaultValue GuardSettings guard,
        Map<String, SellerSettings> seller,
        @DefaultValue MonthFileSettings delivery,
        @DefaultValue DocumentSettings documents) {

    private static final int MOST_THREADS = 256;
    private static final int LONGEST_SERIES = 32;

    /** Checks that all required settings are present. */
    public BillingSettings {
        requireText("billing.traffic", traffic);
        requireText("billing.reference", reference);
        requireText("billing.price-books", priceBooks);
        requireText("billing.out", out);
        requireText("billing.db", db);
        requireSet("billing.zone", zone);
        requireSet("billing.sites", sites);
        sites.forEach((code, site) -> {
            requireSet("billing.sites." + code + ".group", site.group());
            requireSet("billing.sites." + code + ".zone", site.zone());
        });
        requireSet("billing.metering", metering);
        requireSet("billing.rules", rules);
        requireSet("billing.invoicing", invoicing);
        seller = seller == null ? Map.of() : Map.copyOf(seller);
        seller.keySet().forEach(SellerSettings::requireCurrency);
    }

    /** The price group and zone of a site. */
    public record SiteSettings(SiteGroup group, ZoneId zone) {}

    /**
     * The settings of metering.
     *
     * @param lateWindowDays days after which a new file is held instead of billed, at least 0
     * @param threads number of partitions processed at once; 0 for every core
     * @param chunkSize maximum number of workspace-days in one transaction, at least 1
     * @param chunkMb maximum size in MiB of the files of the workspace-days in one transaction, at least 1; a larger
     *     workspace-day has its own transaction
     * @param tableMemoryMb memory in MiB for the tables of all concurrent readings; 0 for half of the heap
     * @param quarantineLimitCount number of quarantined records that a workspace-day may have; negative for no limit
     * @param quarantineLimitShare quarantined records per 10,000 that a workspace-day may have
     */
    public record Metering(
            int lateWindowDays,
            int threads,
            int chunkSize,
            int chunkMb,
            int tableMemoryMb,
            long quarantineLimitCount,
            long quarantineLimitShare) {

        /** Checks the ranges. */
        public Metering {
            requireAtLeast("billing.metering.late-window-days", 0, lateWindowDays);
            requireAtLeast("billing.metering.threads", 0, threads);
            if (threads > MOST_THREADS) {
                throw new IllegalArgumentException(
                        "Expected billing.metering.threads to be at most " + MOST_THREADS + ", found " + threads);
            }
            requireAtLeast("billing.metering.chunk-size", 1, chunkSize);
            requireAtLeast("billing.metering.chunk-mb", 1, chunkMb);
            requireAtLeast("billing.metering.table-memory-mb", 0, tableMemoryMb);
            requireAtLeast("billing.metering.quarantine-limit-share", 0, quarantineLimitShare);
        }

        /** Returns the memory in bytes for the tables of all concurrent readings. */
        public long tableBytes() {
            return tableMemoryMb == 0 ? Runtime.getRuntime().maxMemory() / 2 : (long) tableMemoryMb << 20;
        }

        /** Returns the limit of quarantined records up to which a workspace-day is charged. */
        public QuarantineLimit quarantineLimit() {
            return new QuarantineLimit(quarantineLimitCount, quarantineLimitShare);
        }

        /** Returns the number of partitions processed at once. */
        public int effectiveThreads() {
            return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        }
    }

    /**
     * The chosen readings of ambiguous rules; see {@code docs/interpretation.md}.
     *
     * @param oversize reading Q2
     * @param units reading Q4
     * @param securityCheckUntil reading Q28: first billing day on which security checks no longer count; empty for
     *     never
     * @param locks readings Q19 and Q20
     * @param released reading Q21, by vendor
     */
    public record Rules(
            OversizeRule oversize,
            UnitsRule units,
            String securityCheckUntil,
            Locks locks,
            Map<SettlementMethod, ReleaseRule> released) {

        /** Checks that the rules are set and the day is valid. */
        public Rules {
            requireSet("billing.rules.oversize", oversize);
            requireSet("billing.rules.units", units);
            requireSet("billing.rules.locks", locks);
            released = released == null ? Map.of() : Map.copyOf(released);
            try {
                dayOf(securityCheckUntil);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "Expected billing.rules.security-check-until to be a day like 2026-11-21 or empty, found '"
                                + securityCheckUntil + "'",
                        e);
            }
        }

        /** Returns the first billing day on which security checks no longer count, if there is one. */
        public Optional<BillingDay> firstDayWithoutSecurityChecks() {
            return dayOf(securityCheckUntil);
        }

        private static Optional<BillingDay> dayOf(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(BillingDay.parse(text));
        }
    }

    /**
     * The conditions under which arrears lock an account.
     *
     * @param countdownDays days until an account with arrears is locked, at least 1
     * @param ingestDuringCountdown whether usage is charged during these days; if not, it is held
     */
    public record Locks(int countdownDays, boolean ingestDuringCountdown) {

        /** Checks the range. */
        public Locks {
            requireAtLeast("billing.rules.locks.countdown-days", 1, countdownDays);
        }

        /** Returns the setting as a rule. */
        public LockRules rules() {
            return new LockRules(countdownDays, ingestDuringCountdown);
        }
    }

    /**
     * The settings of invoicing.
     *
     * @param chunkSize workspace-days that are rated, posted or purged in one transaction, at least 1
     * @param invoiceSeries beginning of invoice numbers
     * @param termsDays days from the date of an invoice until it is due, at least 0
     * @param creditNoteSeries beginning of numbers of credit notes
     */
    public record Invoicing(
            int chunkSize,
            String invoiceSeries,
            @DefaultValue("30") int termsDays,
            @DefaultValue("CN") String creditNoteSeries) {

        /** Checks the ranges. */
        public Invoicing {
            requireAtLeast("billing.invoicing.chunk-size", 1, chunkSize);
            requireAtLeast("billing.invoicing.terms-days", 0, termsDays);
            requireText("billing.invoicing.invoice-series", invoiceSeries);
            if (invoiceSeries.length() > LONGEST_SERIES) {
                throw new IllegalArgumentException("Expected billing.invoicing.invoice-series to have at most "
                        + LONGEST_SERIES + " characters, found '" + invoiceSeries + "'");
            }
            requireText("billing.invoicing.credit-note-series", creditNoteSeries);
            if (creditNoteSeries.length() > LONGEST_SERIES || creditNoteSeries.equals(invoiceSeries)) {
                throw new IllegalArgumentException("Expected billing.invoicing.credit-note-series to have at most "
                        + LONGEST_SERIES + " characters and to differ from invoice-series, found '" + creditNoteSeries
                        + "'");
            }
        }

        /** Returns the names of the series of numbers. */
        public SeriesNames seriesNames() {
            return new SeriesNames(invoiceSeries, creditNoteSeries);
        }
    }

    /** Returns the sellers by currency. */
    public Map<Currency, Seller> sellers() {
        return seller.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        entry -> SellerSettings.requireCurrency(entry.getKey()),
                        entry -> entry.getValue().seller()));
    }

    /** Returns the sites by code, as the rules need them. */
    public Map<String, Site> siteDirectory() {
        return sites.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new Site(
                                entry.getKey(),
                                entry.getValue().group(),
                                entry.getValue().zone())));
    }

    /**
     * Returns the settings that affect results as one text. As long as the text is unchanged, the same input gives the
     * same results.
     */
    public String describeRules() {
        return String.join(
                "|",
                zone.getId(),
                new TreeMap<>(sites).toString(),
                rules.oversize().name(),
                rules.units().name(),
                rules.securityCheckUntil(),
                rules.locks().toString(),
                new TreeMap<>(rules.released()).toString(),
                Integer.toString(metering.lateWindowDays()),
                metering.quarantineLimit().toString());
    }

    private static void requireText(String setting, @Nullable String found) {
        if (found == null || found.isBlank()) {
            throw new IllegalArgumentException("Expected " + setting + " to be set, found nothing");
        }
    }

    /** Refuses a setting without a value; the binder omits such settings whatever their type. */
    private static void requireSet(String setting, @Nullable Object found) {
        if (found == null) {
            throw new IllegalArgumentException("Expected " + setting + " to be set, found nothing");
        }
    }

    private static void requireAtLeast(String setting, long smallest, long found) {
        if (found < smallest) {
            throw new IllegalArgumentException(
                    "Expected " + setting + " to be at least " + smallest + ", found " + found);
        }
    }
}
