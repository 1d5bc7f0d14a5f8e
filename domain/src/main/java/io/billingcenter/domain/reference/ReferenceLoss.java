package io.billingcenter.domain.reference;

import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The loss of rows in force that an import would cause in a file.
 *
 * @param inForce number of rows in force before the import
 * @param lost number of those rows missing after the import, at least 1
 */
public record ReferenceLoss(ReferenceFile file, int inForce, int lost) {

    /**
     * Returns the losses of all files that lose rows, in the order of the files.
     *
     * @param before rows currently stored
     * @param after rows of the files that will replace them
     * @param day rows that ended on or before this day do not count
     */
    public static List<ReferenceLoss> between(
            Map<ReferenceFile, List<ReferenceRow>> before,
            Map<ReferenceFile, List<ReferenceRow>> after,
            BillingDay day) {
        List<ReferenceLoss> losses = new ArrayList<>();
        for (ReferenceFile file : ReferenceFile.values()) {
            Set<String> kept = after.getOrDefault(file, List.of()).stream()
                    .map(ReferenceRow::key)
                    .collect(Collectors.toSet());
            List<ReferenceRow> inForce = before.getOrDefault(file, List.of()).stream()
                    .filter(row -> row.countsOn(day))
                    .toList();
            long lost =
                    inForce.stream().filter(row -> !kept.contains(row.key())).count();
            if (lost > 0) {
                losses.add(new ReferenceLoss(file, inForce.size(), Math.toIntExact(lost)));
            }
        }
        return losses;
    }

    /**
     * The limits of a loss.
     *
     * @param share accepted percentage of the rows in force
     * @param rows number of lost rows below which a loss is always accepted
     */
    public record Limit(int share, int rows) {

        /** Returns whether more than the accepted percentage and at least the given number of rows are lost. */
        public boolean isExceededBy(ReferenceLoss loss) {
            return loss.lost >= rows && 100L * loss.lost > (long) share * loss.inForce;
        }
    }
}
