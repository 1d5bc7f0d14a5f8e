package io.billingcenter.domain.coverage;

import io.billingcenter.domain.guard.InputFindingKind;

/** The facts about a charged workspace on a day; only the first one is usage. */
public enum CoverageFact {
    /** Files with records, and usage of them. */
    FILE("file", '#', "files with records and usage"),
    /** Files that have no record. */
    EMPTY("empty", 'e', "files without any record"),
    /** Files that have records or cannot be read, and no usage of them. */
    ZERO("zero", '0', "records, but no usage"),
    /** No file was read. */
    MISSING("missing", '.', "no file was read"),
    /** No file was read, although files came every day before. */
    SILENT("silent", 'M', "no file was read, and files came every day before"),
    /** A file is there that cannot be read. */
    UNREADABLE("unreadable", 'U', "a file that cannot be read"),
    /** A file that was counted is gone. */
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
     * What was read, in figures.
     *
     * @param files files of the last reading; 0 when there is none or its files were withdrawn
     * @param unreadable how many of them could not be read
     * @param records records of the others
     * @param hasUsage whether anything was counted of them
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

    /** The name in files. */
    public String code() {
        return code;
    }

    /** What stands for it in a grid. */
    public char sign() {
        return sign;
    }

    /** The sign in a grid when a person has acknowledged it: the small letter. */
    public char acknowledgedSign() {
        return Character.toLowerCase(sign);
    }

    /** Returns whether it is a finding that needs attention or an acknowledgement. */
    public boolean isFinding() {
        return this == SILENT || this == UNREADABLE || this == VANISHED;
    }

    /** The fact about a workspace-day that also has a finding. */
    public CoverageFact with(InputFindingKind finding) {
        return switch (finding) {
            case MISSING -> this == MISSING ? SILENT : this;
            case UNREADABLE -> UNREADABLE;
            case VANISHED -> this == UNREADABLE ? this : VANISHED;
        };
    }

    /** What it is, for people. */
    public String meaning() {
        return meaning;
    }
}
