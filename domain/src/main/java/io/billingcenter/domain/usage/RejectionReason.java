package io.billingcenter.domain.usage;

/**
 * The reasons why a file or a record does not count, in order of precedence: a record has the first reason that
 * applies.
 */
public enum RejectionReason {
    /** The file cannot be decompressed or read to its end; none of its records counts. */
    UNREADABLE_FILE(
            "unreadable_file", "The file cannot be decompressed or read to its end; none of its records counts."),
    /** The first line of the file is not the header of traffic log version 1; none of its records counts. */
    BAD_HEADER(
            "bad_header",
            "The first line of the file is not the header of traffic log version 1; none of its records counts."),
    /** The bytes of the record are not UTF-8. */
    UNREADABLE_TEXT("unreadable_text", "The bytes of the record are not UTF-8."),
    /** The record breaks the CSV or JSON grammar, has not nine columns, holds NUL or is longer than 1 MiB. */
    MALFORMED(
            "malformed",
            "The record breaks the CSV or JSON grammar, has not nine columns, holds NUL or is longer than 1 MiB."),
    /** The id is not 1 to 64 characters of printable ASCII. */
    BAD_RECORD_ID("bad_record_id", "The id is not 1 to 64 characters of printable ASCII."),
    /** The time is not an RFC 3339 instant with at most nine digits of a second. */
    BAD_TIME("bad_time", "The time is not an RFC 3339 instant with at most nine digits of a second."),
    /** The time does not lie in the billing day of the folder. */
    OUTSIDE_DAY("outside_day", "The time does not lie in the billing day of the folder."),
    /** The workspace is not the one of the folder. */
    WRONG_WORKSPACE("wrong_workspace", "The workspace is not the one of the folder."),
    /** The kind, or the project of a metering row, is not known. */
    UNKNOWN_KIND("unknown_kind", "The kind, or the project of a metering row, is not known."),
    /** The cause of a trigger is not known. */
    BAD_SUBJECT("bad_subject", "The cause of a trigger is not known."),
    /** The kind counts entities and the record names none. */
    MISSING_ENTITY("missing_entity", "The kind counts entities and the record names none."),
    /** The count is not an integer from 1 to 2^63-1 (a metering row: from 0). */
    BAD_COUNT("bad_count", "The count is not an integer from 1 to 2^63-1 (a metering row: from 0)."),
    /** The size is not an integer from 0 to 2^63-1, or is empty where it counts. */
    BAD_BYTES("bad_bytes", "The size is not an integer from 0 to 2^63-1, or is empty where it counts."),
    /** The seconds are not an integer from 0 to 2^63-1, or are empty where they count. */
    BAD_SECONDS("bad_seconds", "The seconds are not an integer from 0 to 2^63-1, or are empty where they count."),
    /** An earlier record of the workspace-day has the same id and another content; the earlier one counts. */
    CONFLICT(
            "conflict",
            "An earlier record of the workspace-day has the same id and another content; the earlier one counts.");

    private final String code;
    private final String definition;

    RejectionReason(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    /** Returns the stable code used in tables. */
    public String code() {
        return code;
    }

    /** Returns whether the reason applies to a whole file. */
    public boolean isOfFile() {
        return this == UNREADABLE_FILE || this == BAD_HEADER;
    }

    /** Returns the meaning of the reason as a sentence. */
    public String definition() {
        return definition;
    }
}
