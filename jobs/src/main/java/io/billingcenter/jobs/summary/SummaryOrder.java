package io.billingcenter.jobs.summary;

/** The order of the sections of a summary. */
public final class SummaryOrder {

    /** Comparisons of stages. */
    public static final int BALANCE = 1;
    /** Repair files. */
    public static final int REPAIRS = 2;
    /** Traffic of the day. */
    public static final int TRAFFIC = 3;
    /** Postings under the day. */
    public static final int POSTINGS = 4;
    /** Alerts of the day. */
    public static final int ALERTS = 5;
    /** Holds up to the day. */
    public static final int HOLDS = 6;
    /** Invoices of the month. */
    public static final int INVOICES = 7;
    /** Archive files of the run. */
    public static final int ARCHIVES = 8;
    /** Findings that need attention. */
    public static final int ATTENTION = 9;
    /** Delivered files. */
    public static final int FILES = 10;
    /** Shipments of delivered files. */
    public static final int SHIPMENTS = 11;
    /** The report. */
    public static final int REPORT = 12;
    /** Reports of the guards. */
    public static final int GUARDS = 13;

    private SummaryOrder() {}
}
