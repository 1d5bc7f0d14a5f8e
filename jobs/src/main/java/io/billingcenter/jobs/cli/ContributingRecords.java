package io.billingcenter.jobs.cli;

import io.billingcenter.domain.explain.Contribution;
import io.billingcenter.domain.explain.DayExplanation;
import io.billingcenter.domain.explain.LinesExplanation;
import io.billingcenter.domain.explain.PostingExplanation;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeterSource;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.UsageCalculator;
import io.billingcenter.readers.files.traffic.RecordTrace;
import io.billingcenter.readers.files.traffic.TrafficFolder;
import io.billingcenter.writers.files.explain.Node;
import io.billingcenter.writers.files.explain.RecordList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Lists the raw records of usage, and checks that they add up to it. */
final class ContributingRecords {

    /** A quantity, and the measure from which it is computed. */
    private record Wanted(Usage usage, MeterSource source) {

        MeasureTier measure() {
            return new MeasureTier(source.measure(), usage.tier().retentionDays());
        }
    }

    private final TrafficFolder folder;
    private final MeteringTermsBook terms;
    private final RecordList list;
    private boolean addUp = true;

    ContributingRecords(TrafficFolder folder, MeteringTermsBook terms, RecordList list) {
        this.folder = folder;
        this.terms = terms;
        this.list = list;
    }

    /** Returns whether all records so far added up to the usage. */
    boolean addUp() {
        return addUp;
    }

    /** Returns the tiers of lines: their own, or all of the meter where a package made one line of several tiers. */
    static Predicate<MeterTier> tiersOf(LinesExplanation lines, DayExplanation day) {
        Set<MeterTier> used = day.rating().stream()
                .flatMap(rating -> rating.usage().stream())
                .map(Usage::tier)
                .collect(Collectors.toSet());
        Set<MeterTier> own = lines.postings().stream()
                .map(PostingExplanation::tier)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return tier -> own.contains(tier)
                || own.stream().anyMatch(line -> line.meter() == tier.meter() && !used.contains(line))
                || lines.postings().stream().anyMatch(posting -> isConverted(posting, tier, day));
    }

    /** Returns whether the charge includes usage of other tiers than its own. */
    private static boolean isConverted(PostingExplanation posting, MeterTier tier, DayExplanation day) {
        Charge charge = posting.charge();
        if (charge == null || charge.tier().meter() != tier.meter()) {
            return false;
        }
        return day.rating().stream()
                .flatMap(rating -> rating.usage().stream())
                .noneMatch(used ->
                        used.tier().equals(charge.tier()) && used.quantity().compareTo(charge.quantity()) == 0);
    }

    /** Lists the records that contribute to some usage of a workspace-day; returns a sum for each quantity. */
    List<Node> list(DayExplanation day, Predicate<MeterTier> tiers) {
        Map<MeasureTier, Wanted> wanted = new HashMap<>();
        List<Wanted> inOrder = new ArrayList<>();
        for (Usage usage : UsageCalculator.usage(day.measures())) {
            if (tiers.test(usage.tier())) {
                Wanted one = new Wanted(usage, UsageCalculator.deciding(usage.tier(), day.measures()));
                inOrder.add(one);
                wanted.put(one.measure(), one);
            }
        }
        Map<MeasureTier, BigDecimal> sums = new HashMap<>();
        trace(day, wanted, sums);
        return inOrder.stream()
                .map(one -> sum(day, one, sums.getOrDefault(one.measure(), BigDecimal.ZERO)))
                .toList();
    }

    private void trace(DayExplanation day, Map<MeasureTier, Wanted> wanted, Map<MeasureTier, BigDecimal> sums) {
        Path dayFolder = folder.folderOf(day.workspaceDay());
        List<Path> files = day.files().stream()
                .map(FileTotals::file)
                .map(dayFolder::resolve)
                .toList();
        try {
            RecordTrace.trace(
                    day.workspaceDay(),
                    files,
                    terms.termsOf(day.workspaceDay()),
                    wanted.keySet(),
                    contribution -> take(contribution, wanted, sums));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read the files of " + day.workspaceDay() + " again from " + dayFolder
                            + "; put them back, or set --traffic",
                    e);
        }
    }

    private void take(Contribution contribution, Map<MeasureTier, Wanted> wanted, Map<MeasureTier, BigDecimal> sums) {
        Wanted one = Objects.requireNonNull(wanted.get(contribution.measure()));
        list.add(one.usage().tier(), one.source(), contribution);
        sums.merge(contribution.measure(), one.source().quantity(contribution.amount()), BigDecimal::add);
    }

    private Node sum(DayExplanation day, Wanted one, BigDecimal found) {
        boolean equal = found.compareTo(one.usage().quantity()) == 0;
        addUp &= equal;
        return new Node("sum", one.usage().tier().toString())
                .with("workspace_day", day.workspaceDay())
                .with("records_bring", found)
                .with("usage", one.usage().quantity())
                .with("adds_up", equal ? "yes" : "no: files or terms have changed since they were read");
    }
}
