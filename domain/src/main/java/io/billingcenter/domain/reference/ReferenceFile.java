package io.billingcenter.domain.reference;

import java.util.Arrays;
import java.util.Optional;

/** The files of the reference folder. */
public enum ReferenceFile {
    /** Console accounts. */
    CONSOLE_ACCOUNTS("console_accounts"),
    /** Billing accounts. */
    BILLING_ACCOUNTS("billing_accounts"),
    /** Workspaces. */
    WORKSPACES("workspaces"),
    /** Bindings. */
    BINDINGS("bindings"),
    /** Plans. */
    PLANS("plans"),
    /** Retention policies. */
    RETENTION_POLICIES("retention_policies"),
    /** Contract prices. */
    CONTRACT_PRICES("contract_prices"),
    /** Vouchers. */
    VOUCHERS("vouchers"),
    /** Prepaid cards. */
    PREPAID_CARDS("prepaid_cards"),
    /** Recharges. */
    RECHARGES("recharges"),
    /** Packages. */
    PACKAGES("packages"),
    /** Traffic packs. */
    TRAFFIC_PACKS("traffic_packs"),
    /** Tariffs of private deployments. */
    PRIVATE_TARIFFS("private_tariffs"),
    /** Ends of cloud accounts. */
    VENDOR_RELEASES("vendor_releases"),
    /** Unlocks of accounts by the account manager. */
    UNLOCKS("unlocks"),
    /** Alert thresholds. */
    ALERT_THRESHOLDS("alert_thresholds"),
    /** Parties to which invoices are addressed. */
    INVOICE_PROFILES("invoice_profiles"),
    /** Results of requests for fapiao. */
    FAPIAO_RESULTS("fapiao_results");

    private static final String SUFFIX = ".csv";

    private final String text;

    ReferenceFile(String text) {
        this.text = text;
    }

    /** Returns the name without its extension, as used in options. */
    public String text() {
        return text;
    }

    /** Returns the file name in the folder. */
    public String fileName() {
        return text + SUFFIX;
    }

    /** Returns the file with the given name without extension. */
    public static Optional<ReferenceFile> ofText(String text) {
        return Arrays.stream(values()).filter(file -> file.text.equals(text)).findFirst();
    }

    /** Returns the file with the given file name. */
    public static Optional<ReferenceFile> ofFileName(String name) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equals(name))
                .findFirst();
    }
}
