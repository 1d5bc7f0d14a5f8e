package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The channel through which a workspace was activated; it restricts the settlement methods (billing rules 5.3). */
public enum Channel {
    /** The website; any settlement method is allowed. */
    WEBSITE("website"),
    /** Alibaba Cloud marketplace. */
    ALIYUN("aliyun"),
    /** Alibaba Cloud International marketplace. */
    ALIYUN_INTL("aliyun_intl"),
    /** AWS marketplace. */
    AWS("aws"),
    /** Huawei Cloud marketplace. */
    HUAWEI("huawei"),
    /** Microsoft Azure marketplace. */
    AZURE("azure");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    /**
     * Returns the vendor whose marketplace this is and who settles for workspaces activated there; empty for the
     * website.
     */
    public Optional<SettlementMethod> vendor() {
        return switch (this) {
            case WEBSITE -> Optional.empty();
            case ALIYUN -> Optional.of(SettlementMethod.ALIYUN);
            case ALIYUN_INTL -> Optional.of(SettlementMethod.ALIYUN_INTL);
            case AWS -> Optional.of(SettlementMethod.AWS);
            case HUAWEI -> Optional.of(SettlementMethod.HUAWEI);
            case AZURE -> Optional.of(SettlementMethod.AZURE);
        };
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<Channel> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
