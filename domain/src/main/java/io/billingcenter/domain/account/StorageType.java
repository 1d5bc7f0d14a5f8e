package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** Where a workspace's logs are stored; decides the size at which a log record is split (billing rules 1.3.2, 2.5). */
public enum StorageType {
    /** The default storage. */
    ES("es"),
    /** Alibaba Cloud Log Service. */
    SLS("sls"),
    /** Storage of one customer alone; splits as the default storage does. */
    EXCLUSIVE("exclusive");

    private final String code;

    StorageType(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<StorageType> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
