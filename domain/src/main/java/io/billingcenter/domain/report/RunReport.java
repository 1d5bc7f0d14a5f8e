package io.billingcenter.domain.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report on a run and on the current state of its period. Except for {@link Run}, a repeat of the same runs gives
 * the same report.
 *
 * @param read totals of the readings of this run, whatever their days
 * @param period totals of the current readings of the period
 * @param billed postings under the period, by currency
 * @param invoiced invoices of a month; empty for a day
 * @param outcomes number of workspace-days of the period by outcome
 * @param usage usage of the period by meter
 * @param held number of held workspace-days by reason
 * @param attention items that need attention, and items that are only listed
 * @param consents latest consents and acknowledgements, newest first
 * @param quarantine quarantined records of the period and of this run
 * @param history figures of the days up to the end of the period
 * @param movers workspaces and accounts with the largest changes
 * @param reconciliation comparisons made by the gates of this run
 * @param differences first differences found by the gates
 * @param delivered sets of files of the period, and other sets delivered by this run
 * @param closing circumstances of the close of the month; null for a day and for an open month
 */
public record RunReport(
        Run run,
        Traffic read,
        Traffic period,
        List<Billed> billed,
        List<Invoiced> invoiced,
        List<Outcome> outcomes,
        List<MeterUsage> usage,
        List<Held> held,
        List<AttentionItem> attention,
        List<GivenConsent> consents,
        Quarantine quarantine,
        History history,
        Movers movers,
        List<ReconciliationLine> reconciliation,
        List<Difference> differences,
        List<DeliveredSet> delivered,
        @Nullable Closing closing) {

    /**
     * The circumstances under which a month was closed.
     *
     * @param accepted names of the accepted reasons, separated by commas; empty if there are none
     * @param reason reason given by the person
     * @param by person who accepted
     * @param on day of the acceptance, as text; empty if nothing was accepted
     * @param digest digest of the checklist
     * @param findings findings that blocked the close or were only listed
     */
    public record Closing(String accepted, String reason, String by, String on, String digest, List<Finding> findings) {

        /**
         * A line of the checklist.
         *
         * @param day day as text; empty for a whole month
         */
        public record Finding(String reason, String day, String subject, String detail, String effect) {}
    }

    /**
     * The run that the report is about.
     *
     * @param period day or month, as text
     * @param number number among the runs of the job for the period
     * @param started start time, as text
     * @param failure failure message; null if the run did not fail
     * @param seal seal of the run; null if it sealed nothing
     */
    public record Run(
            String job,
            String period,
            @Nullable String postedDay,
            long number,
            String started,
            @Nullable String failure,
            @Nullable String seal) {

        /** Returns the name of the run, which is also the name of its folder. */
        public String name() {
            return nameOf(job, period, number);
        }

        /** Returns the name of a run with the given identity. */
        public static String nameOf(String job, String period, long number) {
            return job + "-" + period + "-" + number;
        }
    }

    /** The totals of readings. */
    public record Traffic(
            long workspaceDays,
            long files,
            long unreadableFiles,
            long bytes,
            long records,
            long accepted,
            long duplicates,
            long conflicts,
            long quarantined) {}

    /**
     * The postings of a currency.
     *
     * @param amount total of all postings
     * @param usage total of the first postings of usage
     * @param adjustments total of the adjustments
     * @param fees total of the postings of fees
     */
    public record Billed(
            String currency,
            long lines,
            long accounts,
            BigDecimal usage,
            BigDecimal adjustments,
            BigDecimal fees,
            BigDecimal credits,
            BigDecimal amount) {}

    /** Returns whether any amount of an invoice was taken back. */
    public boolean hasCredits() {
        return billed.stream().anyMatch(of -> of.credits().signum() != 0);
    }

    /**
     * The documents of a kind in a currency.
     *
     * @param isCredit whether they are credit notes
     */
    public record Invoiced(
            boolean isCredit, String currency, long invoices, String first, String last, BigDecimal total) {}

    /** The number of workspace-days with an outcome. */
    public record Outcome(String outcome, long workspaceDays) {}

    /**
     * The usage of a meter, in its base unit.
     *
     * @param daily total usage for each day of the history
     */
    public record MeterUsage(
            String meter, BigDecimal charged, BigDecimal free, BigDecimal held, List<BigDecimal> daily) {}

    /**
     * The number of workspace-days held for a reason.
     *
     * @param ofPeriod number of workspace-days in the period
     * @param earlier number of workspace-days before the period
     */
    public record Held(String reason, long ofPeriod, long earlier) {}

    /**
     * A consent or an acknowledgement given by a person.
     *
     * @param kind kind of the consent, or the reason of the acknowledged cells
     * @param subject subject of the consent or acknowledgement
     * @param reason reason in the person's words
     */
    public record GivenConsent(String kind, String subject, String reason, String who, String when) {}

    /**
     * The quarantined records.
     *
     * @param files files with the most quarantined records
     * @param moreFiles number of further files
     */
    public record Quarantine(List<Reason> reasons, List<QuarantinedFile> files, long moreFiles) {

        /** The number of records with a reason. */
        public record Reason(String reason, long records) {}

        /** The number of records with a reason in one file. */
        public record QuarantinedFile(String workspace, BillingDay day, String file, String reason, long records) {}

        /** Returns the number of all quarantined records. */
        public long total() {
            return reasons.stream().mapToLong(Reason::records).sum();
        }
    }

    /**
     * The days up to the end of the period, with one value of every series per day.
     *
     * @param records number of accepted records by billing day
     * @param amounts amounts of postings by posted day, one series per currency
     */
    public record History(List<BillingDay> days, List<BigDecimal> records, List<Amounts> amounts) {

        /** The amounts of a currency. */
        public record Amounts(String currency, List<BigDecimal> daily) {}
    }

    /**
     * The amounts of the period compared with the average of earlier periods.
     *
     * @param comparedWith number of earlier days or months with postings in the average; 0 if there is no
     *     comparison
     * @param unit {@code day} or {@code month}
     */
    public record Movers(int comparedWith, String unit, List<Mover> movers) {}

    /**
     * A workspace or an account with its change.
     *
     * @param kind {@link #WORKSPACE} or {@link #ACCOUNT}
     * @param name name given by the customer; may be empty
     */
    public record Mover(String kind, String id, String name, String currency, BigDecimal amount, BigDecimal average) {

        /** The kind of a workspace. */
        public static final String WORKSPACE = "workspace";

        /** The kind of a billing account. */
        public static final String ACCOUNT = "account";

        /** Returns the increase over the average; below zero for a decrease. */
        public BigDecimal difference() {
            return amount.subtract(average);
        }
    }

    /** The comparisons at one level of a gate. */
    public record ReconciliationLine(
            String gate,
            String level,
            String left,
            String right,
            long compared,
            long differences,
            BigDecimal leftSum,
            BigDecimal rightSum) {}

    /** A pair of figures that are not equal. */
    public record Difference(String gate, String level, String subject, String left, String right) {}

    /**
     * A set of delivered files.
     *
     * @param folder folder relative to the output folder
     * @param isNew whether this run delivered the set
     */
    public record DeliveredSet(String period, int revision, String folder, boolean isNew, List<File> files) {

        /** A file of the set. */
        public record File(String path, long rows, long bytes) {}
    }

    /** Returns whether the run leaves anything that needs attention. */
    public boolean needsAttention() {
        return attention.stream().anyMatch(AttentionItem::urgent);
    }

    /** Returns whether a workspace-day of the period or before it is held. */
    public boolean hasHolds() {
        return !held.isEmpty();
    }
}
