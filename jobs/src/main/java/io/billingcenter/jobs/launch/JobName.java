package io.billingcenter.jobs.launch;

import java.util.Arrays;

/** The jobs. Metadata, log and command line use the same names. */
public enum JobName {
    /** Everything for a day. */
    NIGHTLY("nightly"),
    /** Reference files and price books into the tables. */
    IMPORT_REFERENCE("importReference"),
    /** Traffic files into measures. */
    METER_TRAFFIC("meterTraffic"),
    /** Measures into charges and postings. */
    BILL_USAGE("billUsage"),
    /** Postings into payments. */
    SETTLE_BILLS("settleBills"),
    /** Charges compared with alert thresholds. */
    RAISE_ALERTS("raiseAlerts"),
    /** Committed rows into files. */
    DELIVER_FILES("deliverFiles"),
    /** Postings of a month into invoices. */
    CLOSE_MONTH("closeMonth"),
    /** Amounts of an invoice taken back by a credit note. */
    CREDIT_INVOICE("creditInvoice"),
    /** An invoice voided, and its postings issued under another number. */
    VOID_INVOICE("voidInvoice"),
    /** Invoices of a closed month into documents and the files of other programs. */
    MAKE_DOCUMENTS("makeDocuments"),
    /** A day read again, the difference posted. */
    RERUN("rerun"),
    /** Repaired records into new traffic files. */
    REPLAY_REPAIRS("replayRepairs"),
    /** A repair file taken out of the traffic store. */
    WITHDRAW_REPAIR("withdrawRepair"),
    /** The comparison of adjacent stages of a day. */
    RECONCILE("reconcile"),
    /** Rows and delivered files compared with their seals. */
    VERIFY("verify"),
    /** Details of closed months moved into archive files. */
    PURGE("purge");

    private final String text;

    JobName(String text) {
        this.text = text;
    }

    /**
     * Returns the job of that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static JobName of(String text) {
        return Arrays.stream(values())
                .filter(job -> job.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected the name of a job, found '" + text + "'"));
    }

    /** Returns whether the job imports the reference files and price books. */
    boolean readsReference() {
        return this == IMPORT_REFERENCE || readsEverything();
    }

    /** Returns whether the job reads traffic. */
    public boolean readsTraffic() {
        return this == METER_TRAFFIC || ofRepairs() || readsEverything();
    }

    /** Returns whether the job delivers files. */
    public boolean delivers() {
        return this == DELIVER_FILES
                || this == CLOSE_MONTH
                || this == MAKE_DOCUMENTS
                || corrects()
                || readsEverything();
    }

    /** Returns whether the job works on what other runs posted, and posts nothing itself. */
    boolean followsPostings() {
        return this == SETTLE_BILLS || this == DELIVER_FILES;
    }

    /** Returns whether the job corrects an invoice. */
    public boolean corrects() {
        return this == CREDIT_INVOICE || this == VOID_INVOICE;
    }

    /** Returns whether the job would settle or deliver the postings of a night that did not finish. */
    boolean needsFinishedNights() {
        return this == RERUN || this == CREDIT_INVOICE;
    }

    /** Returns whether the job writes a report. */
    public boolean isReported() {
        return this == CLOSE_MONTH || readsEverything();
    }

    /** Returns whether the job puts repair files into the traffic store or takes them out, and bills nothing. */
    public boolean ofRepairs() {
        return this == REPLAY_REPAIRS || this == WITHDRAW_REPAIR;
    }

    /** Returns whether the job only compares, and changes nothing that it compares. */
    public boolean compares() {
        return this == RECONCILE || this == VERIFY;
    }

    /** Returns whether the job moves details out of the tables. */
    public boolean purges() {
        return this == PURGE;
    }

    private boolean readsEverything() {
        return this == NIGHTLY || this == RERUN;
    }

    /** Returns the name of the bean that is the job. */
    String beanName() {
        return "job" + Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Returns the name in the metadata of the job. */
    public String text() {
        return text;
    }
}
