package io.billingcenter.domain.reconciliation;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.pricing.RatingOutcome;
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
 * The stored rows of a workspace-day, stage by stage.
 *
 * @param reading reading in force; null if there is none
 * @param measured revision in force; null if there is none
 * @param rating rating in force; null if there is none
 * @param postings all postings of the workspace-day
 */
public record WorkspaceDaySnapshot(
        WorkspaceDay workspaceDay,
        List<Versions> versions,
        @Nullable Reading reading,
        @Nullable Revision measured,
        @Nullable Rating rating,
        Postings postings) {

    /**
     * The version in force of one stage.
     *
     * @param kind {@code reading}, {@code revision} or {@code rating}
     * @param inForce numbers marked as being in force, joined; there should be one
     */
    public record Versions(String kind, String inForce, int highest) {}

    /**
     * The rows, quantity and amount of a control total.
     *
     * @param rows number of lines
     */
    public record Totals(long rows, BigDecimal quantity, BigDecimal amount) {

        /** Totals of zero. */
        public static final Totals NOTHING = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

        /** Returns the sum of both totals. */
        public Totals plus(Totals other) {
            return new Totals(rows + other.rows, quantity.add(other.quantity), amount.add(other.amount));
        }
    }

    /**
     * The reading in force.
     *
     * @param files number of files recorded with the reading
     * @param day totals of the reading; the name is empty
     * @param fileTotals totals of its files, without the files in {@code unread}
     * @param unread names of listed files without totals
     * @param inQuarantine number of quarantined rows by file
     * @param counted totals recorded when the reading was stored; null if there are none
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
     * @param outcome outcome of the rating
     * @param packaged whether a package of the account may cover part of the usage
     * @param standing for a held workspace-day, the charges of the rating that was posted before. Holding posts
     *     nothing, so those postings stay
     * @param counted totals recorded when the rating was stored; null if there are none
     */
    public record Rating(
            int number,
            int revision,
            RatingOutcome outcome,
            @Nullable String account,
            @Nullable String settlement,
            boolean posted,
            boolean packaged,
            List<Usage> usage,
            List<StoredCharge> charges,
            List<StoredHold> holds,
            List<PostedSum> standing,
            @Nullable Totals counted) {

        /** Returns the amounts that the postings must add up to, one element for each charge. */
        List<PostedSum> due() {
            return outcome == RatingOutcome.HELD
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

    /** A charge as stored. */
    public record StoredCharge(
            MeterTier tier,
            BigDecimal quantity,
            BigDecimal unitPrice,
            String currency,
            BigDecimal exact,
            BigDecimal amount,
            boolean fromBook) {}

    /**
     * A hold as stored.
     *
     * @param tier tier without a price; null if the whole day is held
     */
    public record StoredHold(
            String reason,
            @Nullable MeterTier tier,
            @Nullable BigDecimal quantity) {}

    /** An amount that was posted, or is due to be posted, for one account and tier. */
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
     * @param counted totals recorded when they were posted
     */
    public record Postings(List<PostedSum> sums, Totals counted) {}
}
