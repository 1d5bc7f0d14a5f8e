package io.billingcenter.domain.archive;

/**
 * A column of the rows of a table in an archive file.
 *
 * @param name name in the database
 * @param type type of its values
 */
public record ArchiveColumn(String name, CellType type) {}
