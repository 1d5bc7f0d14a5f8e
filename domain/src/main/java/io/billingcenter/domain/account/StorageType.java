package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The storage of a workspace's logs; it decides the size above which a log record is split (billing rules 1.3.2, 2.5).
 */
public enum StorageType {
    /** The default storage. */
    ES("es"),
    /** Alibaba Cloud Log Service. */
    SLS("sls"),
    /** Storage dedicated to one customer; log records are split as in the default storage. */
    EXCLUSIVE("exclusive");

    private final String code;

    StorageType(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<StorageType> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }
}
