package io.billingcenter.schema.digest;

/** Tables that change while the suite works: a run seals them as it leaves them. */
public enum StateTable {
    /** Digests of the reference files; first, because the tables made of them change only with it. */
    REFERENCE_FILE("reference_file", false),
    /** Reference data. */
    CONSOLE_ACCOUNT("console_account", true),
    /** Reference data. */
    BILLING_ACCOUNT("billing_account", true),
    /** Reference data. */
    WORKSPACE("workspace", true),
    /** Reference data. */
    BINDING("binding", true),
    /** Reference data. */
    PLAN("plan", true),
    /** Reference data. */
    RETENTION_POLICY("retention_policy", true),
    /** Reference data. */
    CONTRACT_PRICE("contract_price", true),
    /** Reference data. */
    VOUCHER("voucher", true),
    /** Reference data. */
    PREPAID_CARD("prepaid_card", true),
    /** Reference data. */
    RECHARGE("recharge", true),
    /** Reference data. */
    PACKAGE("package", true),
    /** Reference data. */
    TRAFFIC_PACK("traffic_pack", true),
    /** Reference data. */
    PRIVATE_TARIFF("private_tariff", true),
    /** Reference data. */
    VENDOR_RELEASE("vendor_release", true),
    /** Reference data. */
    ACCOUNT_UNLOCK("account_unlock", true),
    /** Reference data. */
    ALERT_THRESHOLD("alert_threshold", true),
    /** Price books. */
    PRICE_BOOK("price_book", false),
    /** Prices. */
    PRICE("price", false),
    /** Files that came too late. */
    LATE_DAY("late_day", false),
    /** Input that is not as expected. */
    INPUT_FINDING("input_finding", false),
    /** Repairs of quarantined records. */
    QUARANTINE_REPAIR("quarantine_repair", false),
    /** Days whose fees were posted. */
    FEE_DAY("fee_day", false),
    /** Fees that are held. */
    FEE_HOLD("fee_hold", false),
    /** Closed months. */
    CLOSED_MONTH("closed_month", false),
    /** Months that were closed by a database that was lost. */
    MONTH_CLOSED_OUTSIDE("month_closed_outside", false),
    /** Reasons that were accepted when months were closed. */
    MONTH_CLOSE("month_close", false),
    /** Findings against closing them. */
    MONTH_CLOSE_FINDING("month_close_finding", false),
    /** Settled days. */
    SETTLED_DAY("settled_day", false),
    /** Notices to accounts. */
    NOTICE("notice", false),
    /** Numbers of invoices. */
    NUMBER_SERIES("number_series", false);

    private final String tableName;
    private final boolean reference;

    StateTable(String tableName, boolean reference) {
        this.tableName = tableName;
        this.reference = reference;
    }

    /** Returns the name in the database. */
    public String tableName() {
        return tableName;
    }

    /** Returns whether it is made of reference files, so that it changes only with their digests. */
    public boolean isReference() {
        return reference;
    }
}
