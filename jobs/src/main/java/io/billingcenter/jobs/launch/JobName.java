package io.billingcenter.jobs.launch;

/** The jobs; the names are the same words in metadata, log and command line. */
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
    /** Charges beside alert thresholds. */
    RAISE_ALERTS("raiseAlerts"),
    /** Committed rows into files. */
    DELIVER_FILES("deliverFiles"),
    /** Postings of a month into invoices. */
    CLOSE_MONTH("closeMonth"),
    /** A day read again, the difference posted. */
    RERUN("rerun"),
    /** Mended records into new traffic files. */
    REPLAY_REPAIRS("replayRepairs"),
    /** A repair file taken out of the traffic store. */
    WITHDRAW_REPAIR("withdrawRepair"),
    /** Neighbouring stages of a day compared. */
    RECONCILE("reconcile"),
    /** What was written compared with what is there. */
    VERIFY("verify");

    private final String text;

    JobName(String text) {
        this.text = text;
    }

    /** Whether it imports the reference files and price books. */
    boolean readsReference() {
        return this == IMPORT_REFERENCE || readsEverything();
    }

    /** Whether it reads traffic. */
    public boolean readsTraffic() {
        return this == METER_TRAFFIC || ofRepairs() || readsEverything();
    }

    /** Whether it delivers files. */
    public boolean delivers() {
        return this == DELIVER_FILES || this == CLOSE_MONTH || readsEverything();
    }

    /** Returns whether the job works on what other runs posted, and posts nothing itself. */
    boolean followsPostings() {
        return this == SETTLE_BILLS || this == DELIVER_FILES;
    }

    /** Whether a report tells what it did. */
    public boolean isReported() {
        return this == CLOSE_MONTH || readsEverything();
    }

    /** Returns whether the job puts repair files into the traffic store or takes them out, and bills nothing. */
    public boolean ofRepairs() {
        return this == REPLAY_REPAIRS || this == WITHDRAW_REPAIR;
    }

    private boolean readsEverything() {
        return this == NIGHTLY || this == RERUN;
    }

    /** The name of the bean that is the job. */
    String beanName() {
        return "job" + Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** The name in the job's metadata. */
    public String text() {
        return text;
    }
}
