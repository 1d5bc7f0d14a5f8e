package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Counted;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.PostedSum;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Rating;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Reading;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.Revision;
import io.billingcenter.domain.reconciliation.WorkspaceDaySnapshot.StoredCharge;
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

    private final ReconciliationResult sheet;

    /** Compares onto that sheet. */
    public WorkspaceDayControl(ReconciliationResult sheet) {
        this.sheet = sheet;
    }

    /**
     * Compares all stages of the workspace-day.
     *
     * @param complete whether everything that was read should be rated, and everything rated posted
     */
    public void compare(WorkspaceDaySnapshot day, boolean complete) {
        String key = day.workspaceDay().toString();
        day.versions()
                .forEach(versions -> sheet.compare(
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
            sheet.compare(
                    ControlLevel.RATED_REVISION,
                    key,
                    Integer.toString(measured.number()),
                    rating == null ? "none" : Integer.toString(rating.revision()));
        }
        if (rating != null) {
            if (measured != null && measured.number() == rating.revision()) {
                compareUsage(key, measured, rating);
            }
            new OutcomeControl(sheet).compare(key, rating);
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
        sheet.compare(
                ControlLevel.FILES_READ,
                key,
                reading.fileTotals().size() + reading.unread().size(),
                reading.files());
        reading.unread().forEach(file -> sheet.compare(ControlLevel.FILES_READ, key + "/" + file, 1, 0));
        FileTotals none = new FileTotals("", false, 0, 0, 0, 0, 0);
        FileTotals sum = none;
        long unreadable = 0;
        for (FileTotals file : reading.fileTotals()) {
            compareClasses(key + "/" + file.file(), file);
            long quarantined = file.quarantined() + file.conflicts() + (file.unreadable() ? 1 : 0);
            sheet.compare(
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
        elsewhere.forEach(file -> sheet.compare(
                ControlLevel.QUARANTINE,
                key + "/" + file,
                reading.inQuarantine().getOrDefault(file, 0L),
                0));
        compareClasses(key, reading.day());
        FileTotals of = reading.day();
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " records", sum.records(), of.records());
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " accepted", sum.accepted(), of.accepted());
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " duplicates", sum.duplicates(), of.duplicates());
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " conflicts", sum.conflicts(), of.conflicts());
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " quarantined", sum.quarantined(), of.quarantined());
        sheet.compare(ControlLevel.FILES_OF_DAY, key + " unreadable files", unreadable, reading.unreadableFiles());
        if (reading.counted() != null) {
            sheet.compare(
                    ControlLevel.CONTROL_TOTALS,
                    key + " read, records",
                    reading.counted().rows(),
                    of.records());
        }
    }

    private void compareClasses(String key, FileTotals totals) {
        sheet.compare(
                ControlLevel.RECORD_CLASSES,
                key,
                totals.records(),
                totals.accepted() + totals.duplicates() + totals.conflicts() + totals.quarantined());
    }

    private void compareMeasures(String key, WorkspaceDaySnapshot day, @Nullable Reading reading, Revision measured) {
        MeteredDay content = new MeteredDay(day.workspaceDay(), List.of(), measured.measures(), measured.recordHash());
        sheet.compare(ControlLevel.MEASURES, key + " digest", content.contentDigest(), measured.contentDigest());
        if (reading != null && reading.counted() != null) {
            BigInteger sum = measured.measures().values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            sheet.compare(
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
            sheet.compare(
                    ControlLevel.USAGE,
                    key + "/" + tier,
                    computed.getOrDefault(tier, BigDecimal.ZERO),
                    stored.getOrDefault(tier, BigDecimal.ZERO));
        }
    }

    private void comparePostings(String key, Rating rating, WorkspaceDaySnapshot.Postings postings) {
        Map<String, Counted> charged = byPlace(rating.due());
        Map<String, Counted> posted = byPlace(postings.sums());
        TreeSet<String> places = new TreeSet<>(charged.keySet());
        places.addAll(posted.keySet());
        for (String place : places) {
            Counted left = charged.getOrDefault(place, Counted.NOTHING);
            Counted right = posted.getOrDefault(place, Counted.NOTHING);
            sheet.compare(ControlLevel.POSTED, key + "/" + place, left.amount(), right.amount());
            if (left.amount().compareTo(right.amount()) == 0) {
                sheet.compare(ControlLevel.POSTED, key + "/" + place + " quantity", left.quantity(), right.quantity());
            }
            if (charged.containsKey(place) && !posted.containsKey(place)) {
                sheet.compare(ControlLevel.POSTED, key + "/" + place + " lines", left.rows(), 0);
            }
        }
    }

    private void compareCounted(String key, Counted then, Counted now) {
        sheet.compare(ControlLevel.CONTROL_TOTALS, key + ", lines", then.rows(), now.rows());
        sheet.compare(ControlLevel.CONTROL_TOTALS, key + ", quantity", then.quantity(), now.quantity());
        sheet.compare(ControlLevel.CONTROL_TOTALS, key + ", amount", then.amount(), now.amount());
    }

    private static Counted counted(Rating rating) {
        return new Counted(
                rating.usage().size(),
                rating.usage().stream().map(Usage::quantity).reduce(BigDecimal.ZERO, BigDecimal::add),
                rating.charges().stream().map(StoredCharge::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static Counted counted(List<PostedSum> sums) {
        return sums.stream().map(PostedSum::counted).reduce(Counted.NOTHING, Counted::plus);
    }

    private static Map<String, Counted> byPlace(List<PostedSum> sums) {
        Map<String, Counted> byPlace = new TreeMap<>();
        sums.forEach(sum -> byPlace.merge(sum.place(), sum.counted(), Counted::plus));
        return byPlace;
    }

    private static Map<MeterTier, BigDecimal> byTier(List<Usage> usage) {
        Map<MeterTier, BigDecimal> byTier = new TreeMap<>();
        usage.forEach(used -> byTier.merge(used.tier(), used.quantity(), BigDecimal::add));
        return byTier;
    }
}
