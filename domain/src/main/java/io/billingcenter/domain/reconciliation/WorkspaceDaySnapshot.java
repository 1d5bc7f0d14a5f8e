package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the tables say of a workspace-day, stage by stage, as it is stored.
 *
 * @param reading the reading in force; null when there is none
 * @param measured the revision in force; null when there is none
 * @param rating the rating in force; null when there is none
 * @param postings what was posted for it, from its first rating to its last
 */
public record WorkspaceDaySnapshot(
        WorkspaceDay workspaceDay,
        List<Versions> versions,
        @Nullable Reading reading,
        @Nullable Revision measured,
        @Nullable Rating rating,
        Postings postings) {

    /**
     * Which version of something is in force.
     *
     * @param what {@code reading}, {@code revision} or {@code rating}
     * @param inForce the numbers that are marked so, joined: there should be one
     */
    public record Versions(String what, String inForce, int highest) {}

    /**
     * What a control total says of money and quantities.
     *
     * @param rows lines
     */
    public record Totals(long rows, BigDecimal quantity, BigDecimal amount) {

        /** Nothing at all. */
        public static final Totals NOTHING = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

        /** Both together. */
        public Totals plus(Totals other) {
            return new Totals(rows + other.rows, quantity.add(other.quantity), amount.add(other.amount));
        }
    }

    /**
     * The reading in force.
     *
     * @param files how many files it says it has
     * @param day its own totals; the name is empty
     * @param fileTotals totals of its files; those that were listed and not read are in {@code unread}
     * @param unread names of files that have no totals
     * @param inQuarantine rows in quarantine, by file
     * @param counted what was counted when it was stored; null when nothing was
     */
    public record Reading(
            int number,
            int files,
            long unreadableFiles,
            FileTotals day,
            List<FileTotals> fileTotals,
            List<String> unread,
            Map<String, Long> inQuarantine,
            @Nullable Totals counted) {}

    /** The revision in force. */
    public record Revision(
            int number, String contentDigest, String recordHash, SortedMap<MeasureTier, BigInteger> measures) {}

    /**
     * The rating in force.
     *
     * @param outcome how it ended, by its code
     * @param packaged whether a package of the account may take something off
     * @param standing when the workspace-day is held, the charges of the rating that was posted before: a held
     *     workspace-day gets no postings, so those of before stay
     * @param counted what was counted when it was stored; null when nothing was
     */
    public record Rating(
            int number,
            int revision,
            String outcome,
            @Nullable String account,
            @Nullable String settlement,
            boolean posted,
            boolean packaged,
            List<Usage> usage,
            List<StoredCharge> charges,
            List<StoredHold> holds,
            List<PostedSum> standing,
            @Nullable Totals counted) {

        /** What postings have to add up to, one element for each charge. */
        List<PostedSum> due() {
            return outcome.equals("held")
                    ? standing
                    : charges.stream()
                            .map(charge -> new PostedSum(
                                    String.valueOf(account),
                                    String.valueOf(settlement),
                                    charge.currency(),
                                    charge.tier(),
                                    1,
                                    charge.quantity(),
                                    charge.amount()))
                            .toList();
        }
    }

    /** A charge as it is stored. */
    public record StoredCharge(
            MeterTier tier,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String currency,
            BigDecimal exact,
            BigDecimal amount,
            boolean fromBook) {}

    /**
     * A hold as it is stored.
     *
     * @param tier what lacks a price; null when the whole day is held
     */
    public record StoredHold(
            String reason,
            @Nullable MeterTier tier,
            @Nullable BigDecimal quantity) {}

    /** What was posted, or is to be posted, in one place. */
    public record PostedSum(
            String account,
            String settlement,
            String currency,
            MeterTier tier,
            long rows,
            BigDecimal quantity,
            BigDecimal amount) {

        String place() {
            return account + "/" + settlement + "/" + currency + "/" + tier;
        }

        Totals counted() {
            return new Totals(rows, quantity, amount);
        }
    }

    /**
     * All postings of the workspace-day.
     *
     * @param counted what was counted when they were posted
     */
    public record Postings(List<PostedSum> sums, Totals counted) {}
}
