package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The result of folding a workspace-day: the totals of its files and its measures.
 *
 * @param files totals of each file, in file order
 * @param measures values of the measures, none of them zero
 * @param recordHash order-independent hash of the accepted records, 32 hex digits; it does not depend on how the
 *     records are distributed over files
 * @param largest largest contribution of a single record, by measure and tier; not part of the content
 */
public record MeteredDay(
        WorkspaceDay workspaceDay,
        List<FileTotals> files,
        SortedMap<MeasureTier, BigInteger> measures,
        String recordHash,
        SortedMap<MeasureTier, BigInteger> largest) {

    /** Creates a day without the largest contributions. */
    public MeteredDay(
            WorkspaceDay workspaceDay,
            List<FileTotals> files,
            SortedMap<MeasureTier, BigInteger> measures,
            String recordHash) {
        this(workspaceDay, files, measures, recordHash, new TreeMap<>());
    }

    /** Returns the number of records read. */
    public long records() {
        return sum(FileTotals::records);
    }

    /** Returns the number of records that count. */
    public long accepted() {
        return sum(FileTotals::accepted);
    }

    /** Returns the number of records that repeat an earlier one. */
    public long duplicates() {
        return sum(FileTotals::duplicates);
    }

    /** Returns the number of records with the id of an earlier record and other content. */
    public long conflicts() {
        return sum(FileTotals::conflicts);
    }

    /** Returns the number of quarantined records, conflicts not included. */
    public long quarantined() {
        return sum(FileTotals::quarantined);
    }

    /** Returns the number of files that are quarantined whole. */
    public long unreadableFiles() {
        return files.stream().filter(FileTotals::unreadable).count();
    }

    /**
     * Returns the SHA-256 digest of the measures and accepted records. A new revision is created only if it changes.
     */
    public String contentDigest() {
        StringBuilder content = new StringBuilder(recordHash);
        measures.forEach((tier, value) -> content.append('\n')
                .append(tier.measure().code())
                .append('|')
                .append(tier.retentionDays())
                .append('|')
                .append(value));
        return Digests.sha256(content.toString());
    }

    /**
     * Returns two slices of the same workspace-day added up.
     *
     * @throws IllegalArgumentException if the slices are of different workspace-days or have different files
     */
    public MeteredDay plus(MeteredDay other) {
        if (!workspaceDay.equals(other.workspaceDay) || files.size() != other.files.size()) {
            throw new IllegalArgumentException("Expected a slice of " + workspaceDay + " with " + files.size()
                    + " files, found one of " + other.workspaceDay + " with " + other.files.size());
        }
        List<FileTotals> bothFiles = IntStream.range(0, files.size())
                .mapToObj(file -> files.get(file).plus(other.files.get(file)))
                .toList();
        SortedMap<MeasureTier, BigInteger> bothMeasures = new TreeMap<>(measures);
        other.measures.forEach((tier, value) -> bothMeasures.merge(tier, value, BigInteger::add));
        SortedMap<MeasureTier, BigInteger> bothLargest = new TreeMap<>(largest);
        other.largest.forEach((tier, value) -> bothLargest.merge(tier, value, BigInteger::max));
        return new MeteredDay(
                workspaceDay, bothFiles, bothMeasures, RecordHash.sum(recordHash, other.recordHash), bothLargest);
    }

    private long sum(ToLongFunction<FileTotals> figure) {
        return files.stream().mapToLong(figure).reduce(0, Math::addExact);
    }
}
