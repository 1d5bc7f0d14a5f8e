package io.billingcenter.domain.metering.fold;

import io.billingcenter.domain.reconciliation.Digests;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * The totals of the files of a workspace-day.
 *
 * @param files totals of each file, in file order
 * @param measures the raw figures, none of them zero
 * @param recordHash order-free hash of the accepted records, 32 hex digits: the same records give the same hash
 *     however they are spread over files
 * @param largest by measure and tier, the most that a single record brought; no part of the content
 */
public record MeteredDay(
        WorkspaceDay workspaceDay,
        List<FileTotals> files,
        SortedMap<MeasureTier, BigInteger> measures,
        String recordHash,
        SortedMap<MeasureTier, BigInteger> largest) {

    /** A day without the largest records. */
    public MeteredDay(
            WorkspaceDay workspaceDay,
            List<FileTotals> files,
            SortedMap<MeasureTier, BigInteger> measures,
            String recordHash) {
        this(workspaceDay, files, measures, recordHash, new TreeMap<>());
    }

    /** Records read. */
    public long records() {
        return sum(FileTotals::records);
    }

    /** Records that count. */
    public long accepted() {
        return sum(FileTotals::accepted);
    }

    /** Records that repeat an earlier one. */
    public long duplicates() {
        return sum(FileTotals::duplicates);
    }

    /** Records with the id of an earlier one and another content. */
    public long conflicts() {
        return sum(FileTotals::conflicts);
    }

    /** Records that could not be read. */
    public long quarantined() {
        return sum(FileTotals::quarantined);
    }

    /** Files quarantined whole. */
    public long unreadableFiles() {
        return files.stream().filter(FileTotals::unreadable).count();
    }

    /** SHA-256 of what counts: measures and accepted records. A revision is made only when it changes. */
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
     * What two slices of the same workspace-day amount to together.
     *
     * @throws IllegalArgumentException when they are not of one workspace-day and of the same files
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
