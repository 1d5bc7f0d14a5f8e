package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a workspace was activated; restricts who may settle it (billing rules 5.3). */
public enum Channel {
    /** The website: any settlement. */
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

    /** The vendor whose marketplace it is, and who settles what was activated there; the website has none. */
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

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<Channel> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
