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
    /** Cloud accounts that ended. */
    VENDOR_RELEASES("vendor_releases"),
    /** Accounts that were unlocked by hand. */
    UNLOCKS("unlocks"),
    /** Alert thresholds. */
    ALERT_THRESHOLDS("alert_thresholds");

    private static final String SUFFIX = ".csv";

    private final String text;

    ReferenceFile(String text) {
        this.text = text;
    }

    /** The name without its ending, as options have it. */
    public String text() {
        return text;
    }

    /** The name in the folder. */
    public String fileName() {
        return text + SUFFIX;
    }

    /** The file with that name without its ending. */
    public static Optional<ReferenceFile> ofText(String text) {
        return Arrays.stream(values()).filter(file -> file.text.equals(text)).findFirst();
    }

    /** The file with that name in the folder. */
    public static Optional<ReferenceFile> ofFileName(String name) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equals(name))
                .findFirst();
    }
}
