package io.billingcenter.domain.usage;

import io.billingcenter.domain.control.Digests;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.function.ToLongFunction;

/**
 * What the files of a workspace-day amount to.
 *
 * @param files totals of each file, in file order
 * @param measures the raw figures, none of them zero
 * @param recordHash order-free hash of the accepted records, 32 hex digits: the same records give the same hash
 *     however they are spread over files
 */
public record MeteredDay(
        WorkspaceDay workspaceDay,
        List<FileTotals> files,
        SortedMap<MeasureTier, BigInteger> measures,
        String recordHash) {

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

    private long sum(ToLongFunction<FileTotals> figure) {
        return files.stream().mapToLong(figure).reduce(0, Math::addExact);
    }
}
