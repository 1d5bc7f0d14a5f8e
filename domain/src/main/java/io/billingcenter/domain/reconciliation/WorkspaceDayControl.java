package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.PostedSum;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Rating;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Reading;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Revision;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Totals;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the stages of a workspace-day, from its files to its postings. */
public final class WorkspaceDayControl {

    private final ReconciliationResult result;

    /** Creates a comparison that adds to the given result. */
    public WorkspaceDayControl(ReconciliationResult result) {
        this.result = result;
    }

    /**
     * Compares all stages of the workspace-day.
     *
     * @param complete whether everything read must be rated and everything rated must be posted
     */
    public void compare(WorkspaceDaySnapshot day, boolean complete) {
        String key = day.workspaceDay().toString();
        day.versions()
                .forEach(versions -> result.compare(
                        ControlLevel.VERSIONS,
                        key + " " + versions.what(),
                        versions.inForce(),
                        Integer.toString(versions.highest())));
        Reading reading = day.reading();
        Revision measured = day.measured();
        Rating rating = day.rating();
        if (reading != null) {
            compareReading(key, reading);
        }
        if (measured != null) {
            compareMeasures(key, day, reading, measured);
        }
        if (complete && measured != null) {
            result.compare(
                    ControlLevel.RATED_REVISION,
                    key,
                    Integer.toString(measured.number()),
                    rating == null ? "none" : Integer.toString(rating.revision()));
        }
        if (rating != null) {
            if (measured != null && measured.number() == rating.revision()) {
                compareUsage(key, measured, rating);
            }
            new OutcomeControl(result).compare(key, rating);
            if (rating.counted() != null) {
                compareCounted(key + " rated", rating.counted(), counted(rating));
            }
            if (complete || rating.posted()) {
                comparePostings(key, rating, day.postings());
            }
        }
        compareCounted(
                key + " posted",
                day.postings().counted(),
                counted(day.postings().sums()));
    }

    private void compareReading(String key, Reading reading) {
        result.compare(
                ControlLevel.FILES_READ,
                key,
                reading.fileTotals().size() + reading.unread().size(),
                reading.files());
        reading.unread().forEach(file -> result.compare(ControlLevel.FILES_READ, key + "/" + file, 1, 0));
        FileTotals none = new FileTotals("", false, 0, 0, 0, 0, 0);
        FileTotals sum = none;
        long unreadable = 0;
        for (FileTotals file : reading.fileTotals()) {
            compareClasses(key + "/" + file.file(), file);
            long quarantined = file.quarantined() + file.conflicts() + (file.unreadable() ? 1 : 0);
            result.compare(
                    ControlLevel.QUARANTINE,
                    key + "/" + file.file(),
                    reading.inQuarantine().getOrDefault(file.file(), 0L),
                    quarantined);
            sum = sum.plus(new FileTotals(
                    "",
                    false,
                    file.records(),
                    file.accepted(),
                    file.duplicates(),
                    file.conflicts(),
                    file.quarantined()));
            unreadable += file.unreadable() ? 1 : 0;
        }
        TreeSet<String> elsewhere = new TreeSet<>(reading.inQuarantine().keySet());
        reading.fileTotals().forEach(file -> elsewhere.remove(file.file()));
        elsewhere.forEach(file -> result.compare(
                ControlLevel.QUARANTINE,
                key + "/" + file,
                reading.inQuarantine().getOrDefault(file, 0L),
                0));
        compareClasses(key, reading.day());
        FileTotals of = reading.day();
        result.compare(ControlLevel.FILES_OF_DAY, key + " records", sum.records(), of.records());
        result.compare(ControlLevel.FILES_OF_DAY, key + " accepted", sum.accepted(), of.accepted());
        result.compare(ControlLevel.FILES_OF_DAY, key + " duplicates", sum.duplicates(), of.duplicates());
        result.compare(ControlLevel.FILES_OF_DAY, key + " conflicts", sum.conflicts(), of.conflicts());
        result.compare(ControlLevel.FILES_OF_DAY, key + " quarantined", sum.quarantined(), of.quarantined());
        result.compare(ControlLevel.FILES_OF_DAY, key + " unreadable files", unreadable, reading.unreadableFiles());
        if (reading.counted() != null) {
            result.compare(
                    ControlLevel.CONTROL_TOTALS,
                    key + " read, records",
                    reading.counted().rows(),
                    of.records());
        }
    }

    private void compareClasses(String key, FileTotals totals) {
        result.compare(
                ControlLevel.RECORD_CLASSES,
                key,
                totals.records(),
                totals.accepted() + totals.duplicates() + totals.conflicts() + totals.quarantined());
    }

    private void compareMeasures(String key, WorkspaceDaySnapshot day, @Nullable Reading reading, Revision measured) {
        MeteredDay content = new MeteredDay(day.workspaceDay(), List.of(), measured.measures(), measured.recordHash());
        result.compare(ControlLevel.MEASURES, key + " digest", content.contentDigest(), measured.contentDigest());
        if (reading != null && reading.counted() != null) {
            BigInteger sum = measured.measures().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            result.compare(
                    ControlLevel.MEASURES,
                    key,
                    new BigDecimal(sum),
                    reading.counted().quantity());
        }
    }

    private void compareUsage(String key, Revision measured, Rating rating) {
        Map<MeterTier, BigDecimal> stored = byTier(rating.usage());
        Map<MeterTier, BigDecimal> computed = byTier(UsageCalculator.usage(measured.measures()));
        TreeSet<MeterTier> tiers = new TreeSet<>(stored.keySet());
        tiers.addAll(computed.keySet());
        for (MeterTier tier : tiers) {
            result.compare(
                    ControlLevel.USAGE,
                    key + "/" + tier,
                    computed.getOrDefault(tier, BigDecimal.ZERO),
                    stored.getOrDefault(tier, BigDecimal.ZERO));
        }
    }

    private void comparePostings(String key, Rating rating, WorkspaceDaySnapshot.Postings postings) {
        Map<String, Totals> charged = byPlace(rating.due());
        Map<String, Totals> posted = byPlace(postings.sums());
        TreeSet<String> places = new TreeSet<>(charged.keySet());
        places.addAll(posted.keySet());
        for (String place : places) {
            Totals left = charged.getOrDefault(place, Totals.NOTHING);
            Totals right = posted.getOrDefault(place, Totals.NOTHING);
            result.compare(ControlLevel.POSTED, key + "/" + place, left.amount(), right.amount());
            if (left.amount().compareTo(right.amount()) == 0) {
                result.compare(ControlLevel.POSTED, key + "/" + place + " quantity", left.quantity(), right.quantity());
            }
            if (charged.containsKey(place) && !posted.containsKey(place)) {
                result.compare(ControlLevel.POSTED, key + "/" + place + " lines", left.rows(), 0);
            }
        }
    }

    private void compareCounted(String key, Totals then, Totals now) {
        result.compare(ControlLevel.CONTROL_TOTALS, key + ", lines", then.rows(), now.rows());
        result.compare(ControlLevel.CONTROL_TOTALS, key + ", quantity", then.quantity(), now.quantity());
        result.compare(ControlLevel.CONTROL_TOTALS, key + ", amount", then.amount(), now.amount());
    }

    private static Totals counted(Rating rating) {
        return new Totals(
                rating.usage().size(),
                rating.usage().stream().map(Usage::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                rating.charges().stream().map(StoredCharge::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Totals counted(List<PostedSum> sums) {
        return sums.stream().map(PostedSum::counted).reduce(Totals.NOTHING, Totals::plus);
    }

    private static Map<String, Totals> byPlace(List<PostedSum> sums) {
        Map<String, Totals> byPlace = new TreeMap<>();
        sums.forEach(sum -> byPlace.merge(sum.place(), sum.counted(), Totals::plus));
        return byPlace;
    }

    private static Map<MeterTier, BigDecimal> byTier(List<Usage> usage) {
        Map<MeterTier, BigDecimal> byTier = new TreeMap<>();
        usage.forEach(used -> byTier.merge(used.tier(), used.quantity(), BigDecimal::add));
        return byTier;
    }
}
