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
import java.util.function.ToLongFunction;
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
                        key + " " + versions.kind(),
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
            compareRating(key, measured, rating);
            if (complete || rating.posted()) {
                comparePostings(key, rating, day.postings());
            }
        }
        compareCounted(
                key + " posted",
                day.postings().counted(),
                counted(day.postings().sums()));
    }

    private void compareRating(String key, @Nullable Revision measured, Rating rating) {
        // Usage of an older revision cannot be derived from the current measures.
        if (measured != null && measured.number() == rating.revision()) {
            compareUsage(key, measured, rating);
        }
        new OutcomeControl(result).compare(key, rating);
        if (rating.counted() != null) {
            compareCounted(key + " rated", rating.counted(), counted(rating));
        }
    }

    private void compareReading(String key, Reading reading) {
        result.compare(
                ControlLevel.FILES_READ,
                key,
                reading.fileTotals().size() + reading.unread().size(),
                reading.files());
        reading.unread().forEach(file -> result.compare(ControlLevel.FILES_READ, key + "/" + file, 1, 0));
        compareFiles(key, reading);
        compareClasses(key, reading.day());
        compareSumOfFiles(key, reading);
        if (reading.counted() != null) {
            result.compare(
                    ControlLevel.CONTROL_TOTALS,
                    key + " read, records",
                    reading.counted().rows(),
                    reading.day().records());
        }
    }

    private void compareFiles(String key, Reading reading) {
        TreeMap<String, Long> inQuarantine = new TreeMap<>(reading.inQuarantine());
        for (FileTotals file : reading.fileTotals()) {
            String fileKey = key + "/" + file.file();
            compareClasses(fileKey, file);
            Long rows = inQuarantine.remove(file.file());
            // An unreadable file is a single row in quarantine, without any records.
            long rejected = file.quarantined() + file.conflicts() + (file.unreadable() ? 1 : 0);
            result.compare(ControlLevel.QUARANTINE, fileKey, rows == null ? 0 : rows, rejected);
        }
        inQuarantine.forEach((file, rows) -> result.compare(ControlLevel.QUARANTINE, key + "/" + file, rows, 0));
    }

    private void compareSumOfFiles(String key, Reading reading) {
        List<FileTotals> files = reading.fileTotals();
        FileTotals day = reading.day();
        compareSum(key + " records", files, FileTotals::records, day.records());
        compareSum(key + " accepted", files, FileTotals::accepted, day.accepted());
        compareSum(key + " duplicates", files, FileTotals::duplicates, day.duplicates());
        compareSum(key + " conflicts", files, FileTotals::conflicts, day.conflicts());
        compareSum(key + " quarantined", files, FileTotals::quarantined, day.quarantined());
        compareSum(key + " unreadable files", files, file -> file.unreadable() ? 1 : 0, reading.unreadableFiles());
    }

    private void compareSum(String key, List<FileTotals> files, ToLongFunction<FileTotals> figure, long ofDay) {
        long sum = files.stream().mapToLong(figure).reduce(0, Math::addExact);
        result.compare(ControlLevel.FILES_OF_DAY, key, sum, ofDay);
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
            // A wrong amount is reported once; the quantity matters only if the amount is right.
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
