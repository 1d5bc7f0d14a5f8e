package io.billingcenter.domain.pricing;

import java.util.Optional;
import java.util.stream.Stream;

/** The yearly packages on offer (billing rules 2.6). */
public enum PackageKind {
    /** The smallest. */
    STARTER("starter"),
    /** The middle one. */
    GROWTH("growth"),
    /** The largest. */
    ENTERPRISE("enterprise");

    private final String code;

    PackageKind(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<PackageKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
