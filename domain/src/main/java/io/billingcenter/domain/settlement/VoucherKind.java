package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** The classes of vouchers, in the order in which they pay (billing rules 6.1). */
public enum VoucherKind {
    /** Granted, or activated by a code. */
    ORDINARY("ordinary"),
    /** Given with the purchase of a prepaid card. */
    FULL_REDUCTION("full_reduction");

    private final String code;

    VoucherKind(String code) {
        this.code = code;
    }

    /** The name in files and tables. */
    public String code() {
        return code;
    }

    /** The constant of that code, if there is one. */
    public static Optional<VoucherKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
