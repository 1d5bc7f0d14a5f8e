package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** How a daily bill is paid (billing rules 5.4). */
public enum SettlementMethod {
    /** The billing account's own wallet. */
    WALLET("wallet"),
    /** An Alibaba Cloud account. */
    ALIYUN("aliyun"),
    /** An Alibaba Cloud International account. */
    ALIYUN_INTL("aliyun_intl"),
    /** An AWS account. */
    AWS("aws"),
    /** A Huawei Cloud account. */
    HUAWEI("huawei"),
    /** A Microsoft Azure account. */
    AZURE("azure");

    private final String code;

    SettlementMethod(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** Whether a cloud vendor pays, and not the wallet. */
    public boolean isVendor() {
        return this != WALLET;
    }

    /** The constant of that code, if there is one. */
    public static Optional<SettlementMethod> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
