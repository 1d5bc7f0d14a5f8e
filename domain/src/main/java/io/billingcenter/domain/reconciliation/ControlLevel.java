package io.billingcenter.domain.reconciliation;

/** The pairs of neighbouring stages that must agree. The gate compares them in this order and without tolerance. */
public enum ControlLevel {
    /** The highest version of everything is the one in force. */
    VERSIONS("versions", "version in force", "highest version"),
    /** Every listed file was read. */
    FILES_READ("files_read", "files listed", "files read"),
    /** Every record of a file has exactly one outcome: accepted, duplicate, conflict or quarantined. */
    RECORD_CLASSES("record_classes", "records", "accepted + duplicates + conflicts + quarantined"),
    /** The files of a day add up to the day. */
    FILES_OF_DAY("files_of_day", "records of the files", "records of the workspace-day"),
    /** Every rejected record is in quarantine. */
    QUARANTINE("quarantine", "records in quarantine", "conflicts + quarantined + unreadable files"),
    /** The stored measures are those that were read. */
    MEASURES("measures", "measures stored", "measures read"),
    /** The latest revision is the one that is rated. */
    RATED_REVISION("rated_revision", "revision read", "revision rated"),
    /** The stored usage follows from the measures. */
    USAGE("usage", "usage by the measures", "usage stored"),
    /** All usage is charged, free or held. */
    OUTCOME("outcome", "usage", "charged + free + held"),
    /** A charge is its quantity at its price. */
    PRICED("priced", "quantity / unit x price", "exact amount"),
    /** A charge was rounded once, by at most half a minor unit. */
    ROUNDED("rounded", "exact amount", "rounded amount"),
    /** All charges are posted exactly once. */
    POSTED("posted", "charges", "postings"),
    /** The stored rows still have the control totals recorded when they were written. */
    CONTROL_TOTALS("control_totals", "control total", "rows now"),
    /** The postings add up to the daily bills. */
    BILLS("bills", "postings", "daily bill"),
    /** The payments of the lines of a bill add up to those of its shares. */
    BILL_LINES("bill_lines", "payments of the lines", "daily bill"),
    /** The parts of a daily bill agree with the ledger. */
    LEDGER_BILLS("ledger_bills", "daily bill", "ledger"),
    /** The legs of a ledger request add up to zero. */
    LEDGER("ledger", "nothing", "sum of the legs"),
    /** A balance is the sum of its ledger entries. */
    BALANCES("balances", "balance", "sum of the entries"),
    /** The remaining amount of a payment agrees with the ledger. */
    SOURCES("sources", "left of the payment", "ledger"),
    /** The amounts to be charged to cloud accounts are the cloud parts of the bills. */
    MARKETPLACE("marketplace", "cloud part of the bill", "marketplace records"),
    /** The postings of a month add up to its invoices. */
    INVOICES("invoices", "postings", "invoice"),
    /** The lines add up to the invoice. */
    INVOICE_LINES("invoice_lines", "lines", "total of the invoice"),
    /** Delivered files agree with the database. */
    FILES("files", "database", "delivered file"),
    /** An independent count of the lines of a raw file agrees with the number of records read. */
    NEWLINES("newlines", "records counted in the raw file", "records read"),
    /** The producer's list agrees with the files found. */
    PRODUCER("producer", "MANIFEST.json", "file"),
    /** The rows still have the digests recorded when they were written. */
    ROW_DIGESTS("evidence", "written", "found"),
    /** The delivered files are unchanged. */
    DELIVERED("delivered", "delivered", "found"),
    /** The archive files are unchanged. */
    ARCHIVES("archives", "archived", "found"),
    /** The control totals are those that were sealed. */
    SEAL("seal", "sealed", "found");

    private final String code;
    private final String left;
    private final String right;

    ControlLevel(String code, String left, String right) {
        this.code = code;
        this.left = left;
        this.right = right;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns a description of the left figure. */
    public String left() {
        return left;
    }

    /** Returns a description of the right figure. */
    public String right() {
        return right;
    }
}
