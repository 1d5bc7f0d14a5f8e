package io.billingcenter.readers.tables.paging;

/** Workspaces from one id to another, both included, in code point order: the share of one partition. */
public record WorkspaceRange(String first, String last) {}
