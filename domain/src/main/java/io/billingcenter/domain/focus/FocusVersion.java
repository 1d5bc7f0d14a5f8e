package io.billingcenter.domain.focus;

import java.util.Arrays;

/** The versions of the specification in which charges are exported. */
public enum FocusVersion {
    /** Version 1.2, of May 2025. */
    V1_2("1.2"),
    /** Version 1.4, of June 2026. */
    V1_4("1.4");

    private final String code;

    FocusVersion(String code) {
        this.code = code;
    }

    /** Returns the version as it is written in settings, files and the tables of rules. */
    public String code() {
        return code;
    }

    /**
     * Returns the version that is written in that way.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static FocusVersion ofCode(String code) {
        return Arrays.stream(values())
                .filter(version -> version.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a version of FOCUS out of "
                        + Arrays.stream(values()).map(FocusVersion::code).toList() + ", found '" + code + "'"));
    }
}
