package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** What a workspace has subscribed to (billing rules 4.2, 8); without a row it is commercial. */
public enum Plan {
    /** Usage is kept, nothing is charged, nothing is held. */
    FREE("free"),
    /** Every meter is charged; logs by count. */
    COMMERCIAL("commercial"),
    /** Every meter is charged; logs by ingested bytes instead of count. */
    COMMERCIAL_INGEST("commercial_ingest"),
    /** The list before 2023-04-20 by collectors: each is charged and carries 300 free series (billing rules 2.4, mode A). */
    LEGACY_DEFAULT("legacy_default"),
    /** The list before 2023-04-20 by series: every series is charged, collectors are not (billing rules 2.4, mode B). */
    LEGACY_SERIES("legacy_series"),
    /** A private deployment: metered, charged by tariffs of its own. */
    PRIVATE("private");

    private final String code;

    Plan(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<Plan> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Whether logs are metered by ingested bytes instead of by count (billing rules 1.3.3). */
    public boolean logsByIngest() {
        return this == COMMERCIAL_INGEST;
    }

    /** Whether usage is charged from the price book. */
    public boolean charged() {
        return this != FREE && this != PRIVATE;
    }
}
