package io.billingcenter.domain.report;

import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report on a run and on the present state of its period. Everything but {@link Run} is the same for a repeat of
 * the same runs.
 *
 * @param read what this run read, of whatever days
 * @param period all that was ever read of the period, as it stands
 * @param billed what was posted under the period, by currency
 * @param invoiced invoices of a month; none for a day
 * @param outcomes workspace-days of the period by what became of them
 * @param usage of the period, by meter
 * @param held workspace-days that are held, by reason
 * @param attention what the run leaves to be looked at, and what is only listed
 * @param consents the newest consents and acknowledgements of persons, the newest first
 * @param quarantine bad records of the period and of what this run read
 * @param history the days up to the end of the period
 * @param movers whose amounts changed most
 * @param reconciliation what the gates of this run compared
 * @param differences the first of what did not balance
 * @param delivered the files of the period and of what else this run delivered
 * @param closing how the month was closed; null for a day, and for a month that is open
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
     * @param accepted names of the reasons that were accepted, with commas; empty when nothing was
     * @param reason why
     * @param by who accepted it
     * @param on when, as text; empty when nothing was accepted
     * @param digest of the checklist
     * @param findings what spoke against the close, or was only listed
     */
    public record Closing(String accepted, String reason, String by, String on, String digest, List<Finding> findings) {

        /**
         * A line of the checklist.
         *
         * @param day as text; empty for a whole month
         */
        public record Finding(String reason, String day, String subject, String detail, String effect) {}
    }

    /**
     * The run.
     *
     * @param period a day or a month, as text
     * @param number its number among the runs of its job for the period
     * @param started when it started, as text
     * @param failure what it failed for; null when it did not
     * @param seal the seal of what it wrote; null when it sealed nothing
     */
    public record Run(
            String job,
            String period,
            @Nullable String postedDay,
            long number,
            String started,
            @Nullable String failure,
            @Nullable String seal) {

        /** The name of the run: also that of its folder. */
        public String name() {
            return nameOf(job, period, number);
        }

        /** The name of a run. */
        public static String nameOf(String job, String period, long number) {
            return job + "-" + period + "-" + number;
        }
    }

    /** Readings, added up. */
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
     * Postings of a currency.
     *
     * @param amount all of them
     * @param usage those of a first rating
     * @param adjustments differences to what was posted before
     * @param fees those by agreement
     */
    public record Billed(
            String currency,
            long lines,
            long accounts,
            BigDecimal usage,
            BigDecimal adjustments,
            BigDecimal fees,
            BigDecimal amount) {}

    /** Invoices of a currency. */
    public record Invoiced(String currency, long invoices, String first, String last, BigDecimal total) {}

    /** How many workspace-days are charged, free or held. */
    public record Outcome(String outcome, long workspaceDays) {}

    /**
     * Usage of a meter, in its base unit.
     *
     * @param daily all usage of it, one figure for each day of the history
     */
    public record MeterUsage(
            String meter, BigDecimal charged, BigDecimal free, BigDecimal held, List<BigDecimal> daily) {}

    /**
     * What is held for a reason.
     *
     * @param ofPeriod workspace-days of the period
     * @param earlier workspace-days before it
     */
    public record Held(String reason, long ofPeriod, long earlier) {}

    /**
     * A consent or an acknowledgement.
     *
     * @param kind of a consent; of an acknowledgement the reason of its cells
     * @param subject what it is for
     * @param reason why, in the words of the person
     */
    public record GivenConsent(String kind, String subject, String reason, String who, String when) {}

    /**
     * Bad records.
     *
     * @param files the files with the most of them
     * @param moreFiles how many more there are
     */
    public record Quarantine(List<Reason> reasons, List<QuarantinedFile> files, long moreFiles) {

        /** Records of a reason. */
        public record Reason(String reason, long records) {}

        /** Records of a reason in a file. */
        public record QuarantinedFile(String workspace, BillingDay day, String file, String reason, long records) {}

        /** All of them. */
        public long total() {
            return reasons.stream().mapToLong(Reason::records).sum();
        }
    }

    /**
     * The days up to the end of the period, each with a figure of every series.
     *
     * @param records accepted records, by billing day
     * @param amounts postings by posted day, one series for each currency
     */
    public record History(List<BillingDay> days, List<BigDecimal> records, List<Amounts> amounts) {

        /** Amounts of a currency. */
        public record Amounts(String currency, List<BigDecimal> daily) {}
    }

    /**
     * Amounts of the period beside the average of those before it.
     *
     * @param comparedWith how many earlier days or months have postings and were averaged; nothing is compared with none
     * @param unit {@code day} or {@code month}
     */
    public record Movers(int comparedWith, String unit, List<Mover> movers) {}

    /**
     * A workspace or an account.
     *
     * @param kind {@code workspace} or {@code account}
     * @param name as the customer has it; may be empty
     */
    public record Mover(String kind, String id, String name, String currency, BigDecimal amount, BigDecimal average) {

        /** How much more than before; less when it is negative. */
        public BigDecimal difference() {
            return amount.subtract(average);
        }
    }

    /** A level of a gate. */
    public record ReconciliationLine(
            String gate,
            String level,
            String left,
            String right,
            long compared,
            long differences,
            BigDecimal leftSum,
            BigDecimal rightSum) {}

    /** A pair that is not equal. */
    public record Difference(String gate, String level, String subject, String left, String right) {}

    /**
     * A delivered set.
     *
     * @param folder below the folder of all delivered files
     * @param isNew whether this run made it
     */
    public record DeliveredSet(String period, int revision, String folder, boolean isNew, List<File> files) {

        /** A file of it. */
        public record File(String path, long rows, long bytes) {}
    }

    /** Returns whether the run leaves something that needs attention. */
    public boolean needsAttention() {
        return attention.stream().anyMatch(AttentionItem::urgent);
    }

    /** Whether anything of the period or before it is held. */
    public boolean hasHolds() {
        return !held.isEmpty();
    }
}
