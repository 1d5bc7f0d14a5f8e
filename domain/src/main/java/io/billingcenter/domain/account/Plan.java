package io.billingcenter.domain.account;

import java.util.Optional;
import java.util.stream.Stream;

/** The plan of a workspace (billing rules 4.2, 8); a workspace without a row is commercial. */
public enum Plan {
    /** Usage is recorded, but neither charged nor held. */
    FREE("free"),
    /** Every meter is charged, with logs by count. */
    COMMERCIAL("commercial"),
    /** Every meter is charged, with logs by ingested bytes instead of by count. */
    COMMERCIAL_INGEST("commercial_ingest"),
    /**
     * The price list before 2023-04-20 by collectors: each collector is charged and includes 300 free series (billing
     * rules 2.4, mode A).
     */
    LEGACY_DEFAULT("legacy_default"),
    /**
     * The price list before 2023-04-20 by series: every series is charged and collectors are not (billing rules 2.4,
     * mode B).
     */
    LEGACY_SERIES("legacy_series"),
    /** A private deployment: metered, and charged by its own tariff. */
    PRIVATE("private");

    private final String code;

    Plan(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<Plan> ofCode(String code) {
        return Stream.of(values()).filter(value -> value.code.equals(code)).findFirst();
    }

    /** Returns whether logs are metered by ingested bytes instead of by count (billing rules 1.3.3). */
    public boolean logsByIngest() {
        return this == COMMERCIAL_INGEST;
    }

    /** Returns whether usage is charged at the prices of the price book. */
    public boolean charged() {
        return this != FREE && this != PRIVATE;
    }
}
