package io.billingcenter.domain.reference;

import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows in force that an import takes from a file.
 *
 * @param inForce rows in force that the file had
 * @param lost those of them that it no longer has, at least 1
 */
public record ReferenceLoss(ReferenceFile file, int inForce, int lost) {

    /**
     * The loss of every file that loses anything, in the order of the files.
     *
     * @param before the rows of the tables as they are
     * @param after the rows of the files that are to replace them
     * @param day rows that ended on it or earlier do not count
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

    /** Limits of a loss; both must be exceeded or reached. */
    public record Limit(int share, int rows) {

        /** Returns whether more than the share is lost, in per cent of the rows in force, and at least that many rows. */
        public boolean isExceededBy(ReferenceLoss loss) {
            return loss.lost >= rows && 100L * loss.lost > (long) share * loss.inForce;
        }
    }
}
