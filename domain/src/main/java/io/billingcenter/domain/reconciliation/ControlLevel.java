package io.billingcenter.domain.reconciliation;

/** Neighbouring stages that must say the same; the gate compares them in this order, with no tolerance. */
public enum ControlLevel {
    /** The highest version of everything is the one in force. */
    VERSIONS("versions", "version in force", "highest version"),
    /** Every file that was listed was read. */
    FILES_READ("files_read", "files listed", "files read"),
    /** Records of a file end in exactly one class: accepted, duplicate, conflict or quarantined. */
    RECORD_CLASSES("record_classes", "records", "accepted + duplicates + conflicts + quarantined"),
    /** The files of a day add up to the day. */
    FILES_OF_DAY("files_of_day", "records of the files", "records of the workspace-day"),
    /** Every bad record lies in quarantine. */
    QUARANTINE("quarantine", "records in quarantine", "conflicts + quarantined + unreadable files"),
    /** Measures are those that were read. */
    MEASURES("measures", "measures stored", "measures read"),
    /** The latest revision that was read is the one that is rated. */
    RATED_REVISION("rated_revision", "revision read", "revision rated"),
    /** Measures make usage. */
    USAGE("usage", "usage by the measures", "usage stored"),
    /** All usage is charged, free or held. */
    OUTCOME("outcome", "usage", "charged + free + held"),
    /** A charge is its quantity at its price. */
    PRICED("priced", "quantity / unit x price", "exact amount"),
    /** A charge was rounded once, by half a minor unit at most. */
    ROUNDED("rounded", "exact amount", "rounded amount"),
    /** Charges are posted, all of them and once. */
    POSTED("posted", "charges", "postings"),
    /** What is stored now is what was counted when it was written. */
    CONTROL_TOTALS("control_totals", "control total", "rows now"),
    /** Postings make daily bills. */
    BILLS("bills", "postings", "daily bill"),
    /** The payments of the lines of a bill add up to those of its shares. */
    BILL_LINES("bill_lines", "payments of the lines", "daily bill"),
    /** Parts of a bill make the bill in the ledger. */
    LEDGER_BILLS("ledger_bills", "daily bill", "ledger"),
    /** The legs of a movement add up to nothing. */
    LEDGER("ledger", "nothing", "sum of the legs"),
    /** A balance is the sum of its entries. */
    BALANCES("balances", "balance", "sum of the entries"),
    /** What is left of a payment is what the ledger says. */
    SOURCES("sources", "left of the payment", "ledger"),
    /** What a cloud account is to be charged is the cloud part of the bill. */
    MARKETPLACE("marketplace", "cloud part of the bill", "marketplace records"),
    /** Postings of a month make its invoices. */
    INVOICES("invoices", "postings", "invoice"),
    /** Lines make the invoice. */
    INVOICE_LINES("invoice_lines", "lines", "total of the invoice"),
    /** Delivered files have what the database has. */
    FILES("files", "database", "delivered file"),
    /** The raw file has as many lines as records were read, counted by somebody else. */
    NEWLINES("newlines", "records counted in the raw file", "records read"),
    /** The producer's list agrees with what was found. */
    PRODUCER("producer", "MANIFEST.json", "file"),
    /** Rows are those that were written. */
    ROW_DIGESTS("evidence", "written", "found"),
    /** Delivered files are those that were delivered. */
    DELIVERED("delivered", "delivered", "found"),
    /** Control totals are those that were sealed. */
    SEAL("seal", "sealed", "found");

    private final String code;
    private final String left;
    private final String right;

    ControlLevel(String code, String left, String right) {
        this.code = code;
        this.left = left;
        this.right = right;
    }

    /** The name in tables. */
    public String code() {
        return code;
    }

    /** What the left side is. */
    public String left() {
        return left;
    }

    /** What the right side is. */
    public String right() {
        return right;
    }
}
