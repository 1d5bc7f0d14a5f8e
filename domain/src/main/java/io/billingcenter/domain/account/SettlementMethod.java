package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The method by which a daily bill is paid (billing rules 5.4). */
public enum SettlementMethod {
    /** The wallet of the billing account. */
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

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns whether a cloud vendor pays instead of the wallet. */
    public boolean isVendor() {
        return this != WALLET;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<SettlementMethod> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
