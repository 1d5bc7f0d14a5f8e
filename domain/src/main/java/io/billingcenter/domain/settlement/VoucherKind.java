package io.billingcenter.domain.settlement;

import java.util.Optional;
import java.util.stream.Stream;

/** The classes of vouchers, in the order in which they pay (billing rules 6.1). */
public enum VoucherKind {
    /** A voucher granted on its own or activated by a code. */
    ORDINARY("ordinary"),
    /** A voucher given with the purchase of a prepaid card. */
    FULL_REDUCTION("full_reduction");

    private final String code;

    VoucherKind(String code) {
        this.code = code;
    }

    /** Returns the stable code used in files and tables. */
    public String code() {
        return code;
    }

    /** Returns the constant with the given code, if there is one. */
    public static Optional<VoucherKind> ofCode(String code) {
        return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
