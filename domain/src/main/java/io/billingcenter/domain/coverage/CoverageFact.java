package io.billingcenter.domain.coverage;

import io.billingcenter.domain.guard.InputFindingKind;

/** The state of the traffic of a charged workspace on a day; only the first constant means that there is usage. */
public enum CoverageFact {
    /** Files with records from which usage was derived. */
    FILE("file", '#', "files with records and usage"),
    /** Files without any record. */
    EMPTY("empty", 'e', "files without any record"),
    /** Files with records, or files that cannot be read, from which no usage was derived. */
    ZERO("zero", '0', "records, but no usage"),
    /** No file was read. */
    MISSING("missing", '.', "no file was read"),
    /** No file was read although files arrived on every day before. */
    SILENT("silent", 'M', "no file was read, and files came every day before"),
    /** A file exists that cannot be read. */
    UNREADABLE("unreadable", 'U', "a file that cannot be read"),
    /** A file whose records were counted is gone. */
    VANISHED("vanished", 'V', "a file that was counted is gone");

    private final String code;
    private final char sign;
    private final String meaning;

    CoverageFact(String code, char sign, String meaning) {
        this.code = code;
        this.sign = sign;
        this.meaning = meaning;
    }

    /**
     * Returns the state that follows from the figures of a reading.
     *
     * @param files number of files of the last reading; 0 if there is none or its files were withdrawn
     * @param unreadable number of files that could not be read
     * @param records number of records in the other files
     * @param hasUsage whether the reading led to any usage
     */
    public static CoverageFact of(long files, long unreadable, long records, boolean hasUsage) {
        if (files == 0) {
            return MISSING;
        }
        if (hasUsage) {
            return FILE;
        }
        return records == 0 && unreadable == 0 ? EMPTY : ZERO;
    }

    /** Returns the stable code used in files. */
    public String code() {
        return code;
    }

    /** Returns the character that represents the state in a grid. */
    public char sign() {
        return sign;
    }

    /** Returns the character for a state that a person has acknowledged: the lower-case letter. */
    public char acknowledgedSign() {
        return Character.toLowerCase(sign);
    }

    /** Returns whether the state is a finding that needs attention or an acknowledgement. */
    public boolean isFinding() {
        return this == SILENT || this == UNREADABLE || this == VANISHED;
    }

    /** Returns the state of a workspace-day with an additional finding. */
    public CoverageFact with(InputFindingKind finding) {
        return switch (finding) {
            case MISSING -> this == MISSING ? SILENT : this;
            case UNREADABLE -> UNREADABLE;
            case VANISHED -> this == UNREADABLE ? this : VANISHED;
        };
    }

    /** Returns a short description for people. */
    public String meaning() {
        return meaning;
    }
}
