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
    /** Committed rows into files. */
    DELIVER_FILES("deliverFiles"),
    /** Postings of a month into invoices. */
    CLOSE_MONTH("closeMonth"),
    /** A day read again, the difference posted. */
    RERUN("rerun");

    private final String text;

    JobName(String text) {
        this.text = text;
    }

    /** The name in the job's metadata. */
    public String text() {
        return text;
    }
}
