package io.billingcenter.domain.focus;

import java.util.List;

/** The datasets of the specification that are exported. */
public enum FocusDataset {
    /** The charges. */
    COST_AND_USAGE("cost_and_usage", "cost-and-usage", List.of(FocusVersion.V1_2, FocusVersion.V1_4)),
    /** The lines of the invoices that the charges stand on. */
    INVOICE_DETAIL("invoice_detail", "invoice-detail", List.of(FocusVersion.V1_4)),
    /** The month itself, for each issuer of invoices. */
    BILLING_PERIOD("billing_period", "billing-period", List.of(FocusVersion.V1_4));

    private final String code;
    private final String fileName;
    private final List<FocusVersion> versions;

    FocusDataset(String code, String fileName, List<FocusVersion> versions) {
        this.code = code;
        this.fileName = fileName;
        this.versions = versions;
    }

    /** Returns the name in the tables of rules and columns. */
    public String code() {
        return code;
    }

    /** Returns the versions of the specification that have the dataset. */
    public List<FocusVersion> versions() {
        return versions;
    }

    /** Returns the name of the file without its ending, such as {@code cost-and-usage-1.4}. */
    public String fileName(FocusVersion version) {
        return fileName + "-" + version.code();
    }
}
