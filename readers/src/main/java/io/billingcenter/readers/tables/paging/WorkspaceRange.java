package io.billingcenter.readers.tables.paging;

/** Workspaces from one id to another, both included, in code point order: the share of one partition. */
public record WorkspaceRange(String first, String last) {

    /** Added to an id it gives the text that follows it directly: no id has a character as small as this one. */
    public static final String NEXT = "!";

    /** Follows all ids: none has a character as large as this one. */
    public static final String HIGHEST = "~";
}
