package io.billingcenter.domain.reference;

import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.RetentionPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Extracts the keys of reference data, file by file, with the end of each row. */
public final class ReferenceRows {

    private final Map<ReferenceFile, List<ReferenceRow>> rows = new EnumMap<>(ReferenceFile.class);

    private ReferenceRows() {}

    /**
     * Returns the rows of every file that has any.
     *
     * @param zone zone in which the end of a retention policy becomes a billing day
     */
    public static Map<ReferenceFile, List<ReferenceRow>> of(ReferenceData data, ZoneId zone) {
        ReferenceRows all = new ReferenceRows();
        all.addAccounts(data);
        all.addAgreements(data);
        all.addInstruments(data);
        all.addPolicies(data.retentionPolicies(), zone);
        return all.rows;
    }

    private void addAccounts(ReferenceData data) {
        add(ReferenceFile.CONSOLE_ACCOUNTS, data.consoleAccounts(), row -> open(row.email()));
        add(ReferenceFile.BILLING_ACCOUNTS, data.billingAccounts(), row -> open(row.id()));
        add(ReferenceFile.WORKSPACES, data.workspaces(), row -> open(row.id()));
        add(ReferenceFile.BINDINGS, data.bindings(), row -> ranged(row.days(), row.workspace()));
        add(
                ReferenceFile.VENDOR_RELEASES,
                data.vendorReleases(),
                row -> open(row.settlement().code(), row.vendorAccount()));
    }

    private void addAgreements(ReferenceData data) {
        add(ReferenceFile.PLANS, data.plans(), row -> ranged(row.days(), row.workspace()));
        add(
                ReferenceFile.CONTRACT_PRICES,
                data.contractPrices(),
                row -> ranged(
                        row.days(),
                        row.account(),
                        row.tier().meter().code(),
                        row.tier().retentionDays()));
        add(ReferenceFile.PRIVATE_TARIFFS, data.privateTariffs(), row -> ranged(row.days(), row.workspace()));
        add(
                ReferenceFile.ALERT_THRESHOLDS,
                data.alertThresholds(),
                row -> ranged(row.days(), row.workspace(), codeOf(row.meter())));
        add(ReferenceFile.INVOICE_PROFILES, data.invoiceProfiles(), row -> ranged(row.days(), row.account()));
        add(
                ReferenceFile.FAPIAO_RESULTS,
                data.fapiaoResults(),
                row -> open(row.requestId(), row.state().name(), row.number()));
    }

    private void addInstruments(ReferenceData data) {
        add(ReferenceFile.VOUCHERS, data.vouchers(), row -> ending(row.expires(), row.id()));
        add(ReferenceFile.PREPAID_CARDS, data.prepaidCards(), row -> ending(row.expires(), row.id()));
        add(ReferenceFile.RECHARGES, data.recharges(), row -> open(row.id()));
        add(ReferenceFile.PACKAGES, data.packages(), row -> ending(row.days().to(), row.id()));
        Map<String, UsagePackage> packages =
                data.packages().stream().collect(Collectors.toMap(UsagePackage::id, Function.identity()));
        add(ReferenceFile.TRAFFIC_PACKS, data.trafficPacks(), row -> {
            UsagePackage bought = packages.get(row.packageId());
            return ending(bought == null ? null : bought.days().to(), row.id());
        });
        add(ReferenceFile.UNLOCKS, data.unlocks(), row -> open(row.account(), row.day()));
    }

    /** A policy is in force until the next one for the same data and subject. */
    private void addPolicies(List<RetentionPolicy> policies, ZoneId zone) {
        Map<String, TreeSet<Instant>> instants = policies.stream()
                .collect(Collectors.groupingBy(
                        ReferenceRows::scope,
                        Collectors.mapping(RetentionPolicy::effectiveAt, Collectors.toCollection(TreeSet::new))));
        add(ReferenceFile.RETENTION_POLICIES, policies, policy -> {
            Instant next = instants.getOrDefault(scope(policy), new TreeSet<>()).higher(policy.effectiveAt());
            BillingDay end = next == null ? null : new BillingDay(LocalDate.ofInstant(next, zone));
            return ending(end, scope(policy), policy.effectiveAt());
        });
    }

    private static String scope(RetentionPolicy policy) {
        return key(policy.workspace(), policy.data().code(), policy.subject());
    }

    private <T> void add(ReferenceFile file, List<T> facts, Function<T, ReferenceRow> row) {
        if (!facts.isEmpty()) {
            List<ReferenceRow> all = new ArrayList<>(facts.size());
            facts.forEach(fact -> all.add(row.apply(fact)));
            rows.put(file, all);
        }
    }

    private static ReferenceRow open(Object... key) {
        return ending(null, key);
    }

    private static ReferenceRow ending(@Nullable BillingDay end, Object... key) {
        return new ReferenceRow(key(key), end);
    }

    /** Ranges of the same subject differ by their first day, so that day is part of the key. */
    private static ReferenceRow ranged(DayRange days, Object... key) {
        return new ReferenceRow(key(key) + '\0' + days.from(), days.to());
    }

    private static String key(Object... parts) {
        List<String> texts = new ArrayList<>(parts.length);
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return String.join("\0", texts);
    }

    private static String codeOf(@Nullable Meter meter) {
        return meter == null ? "" : meter.code();
    }
}
