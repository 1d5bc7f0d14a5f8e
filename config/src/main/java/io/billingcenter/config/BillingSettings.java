package io.billingcenter.config;

import io.billingcenter.domain.account.ReleaseRule;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.settlement.LockRules;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the suite, prefix {@code billing}; every one is explained in {@code config/application.yml}.
 *
 * @param traffic folder of the traffic logs
 * @param reference folder of the reference files
 * @param priceBooks folder of the price books
 * @param out folder of the finance files
 * @param db JDBC URL, or path of the embedded database
 * @param zone zone of accounts and months, and of workspaces that reference data does not know
 * @param sites by code
 * @param guard limits of the guards; every one has a default
 */
@ConfigurationProperties("billing")
public record BillingSettings(
        String traffic,
        String reference,
        String priceBooks,
        String out,
        String db,
        String dbUser,
        String dbPassword,
        ZoneId zone,
        Map<String, SiteSettings> sites,
        Metering metering,
        Rules rules,
        Invoicing invoicing,
        @DefaultValue GuardSettings guard) {

    private static final int MOST_THREADS = 256;
    private static final int LONGEST_SERIES = 32;

    /** Checks that everything that is needed is set. */
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
    }

    /** Price group and zone of a site. */
    public record SiteSettings(SiteGroup group, ZoneId zone) {}

    /**
     * How traffic is read.
     *
     * @param lateWindowDays days after which a new file is held instead of billed, at least 0
     * @param threads partitions at once; 0 for every core
     * @param chunkSize workspace-days in one transaction at most, at least 1
     * @param chunkMb size in MiB of the files of the workspace-days in one transaction, at least 1; one that is larger is
     *     by itself
     * @param tableMemoryMb memory in MiB for the tables of all readings at once; 0 for half of the heap
     * @param quarantineLimitCount bad records of a workspace-day that are still accepted; negative for any number
     * @param quarantineLimitShare bad records in ten thousand that are still accepted
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

        /** Memory in bytes that the tables of all readings may take. */
        public long tableBytes() {
            return tableMemoryMb == 0 ? Runtime.getRuntime().maxMemory() / 2 : (long) tableMemoryMb << 20;
        }

        /** How many bad records a workspace-day may have and still be charged. */
        public QuarantineLimit quarantineLimit() {
            return new QuarantineLimit(quarantineLimitCount, quarantineLimitShare);
        }

        /** Partitions worked on at once. */
        public int effectiveThreads() {
            return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        }
    }

    /**
     * How ambiguous rules are read; see {@code docs/interpretation.md}.
     *
     * @param oversize reading Q2
     * @param units reading Q4
     * @param securityCheckUntil reading Q28: first billing day on which security checks no longer count; empty for never
     * @param locks readings Q19 and Q20
     * @param released reading Q21, by vendor
     */
    public record Rules(
            OversizeRule oversize,
            UnitsRule units,
            String securityCheckUntil,
            Locks locks,
            Map<SettlementMethod, ReleaseRule> released) {

        /** Checks that the rules are set and the day is one. */
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

        /** The first billing day on which security checks no longer count, if there is one. */
        public Optional<BillingDay> firstDayWithoutSecurityChecks() {
            return dayOf(securityCheckUntil);
        }

        private static Optional<BillingDay> dayOf(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(BillingDay.parse(text));
        }
    }

    /**
     * When arrears lock an account.
     *
     * @param countdownDays days it has to pay, at least 1
     * @param ingestDuringCountdown whether usage is charged during these days; if not, it is held
     */
    public record Locks(int countdownDays, boolean ingestDuringCountdown) {

        /** Checks the range. */
        public Locks {
            requireAtLeast("billing.rules.locks.countdown-days", 1, countdownDays);
        }

        /** The same as a rule. */
        public LockRules rules() {
            return new LockRules(countdownDays, ingestDuringCountdown);
        }
    }

    /**
     * How usage is billed.
     *
     * @param chunkSize workspace-days in one transaction, at least 1
     * @param invoiceSeries what invoice numbers begin with
     */
    public record Invoicing(int chunkSize, String invoiceSeries) {

        /** Checks the ranges. */
        public Invoicing {
            requireAtLeast("billing.invoicing.chunk-size", 1, chunkSize);
            requireText("billing.invoicing.invoice-series", invoiceSeries);
            if (invoiceSeries.length() > LONGEST_SERIES) {
                throw new IllegalArgumentException("Expected billing.invoicing.invoice-series to have at most "
                        + LONGEST_SERIES + " characters, found '" + invoiceSeries + "'");
            }
        }
    }

    /** The sites by code, as the rules know them. */
    public Map<String, Site> siteDirectory() {
        return sites.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        entry -> new Site(
                                entry.getKey(),
                                entry.getValue().group(),
                                entry.getValue().zone())));
    }

    /** The settings that decide results, as one text: as long as it stays the same, so do the results of the same input. */
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

    /** The binder leaves out what is not set, whatever the type says. */
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
