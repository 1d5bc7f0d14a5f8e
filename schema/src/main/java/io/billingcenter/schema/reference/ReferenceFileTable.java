package io.billingcenter.schema.reference;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code reference_file}: the digests of the reference files that the last import had. */
public final class ReferenceFileTable {

    public static final Table TABLE = Table.named("reference_file");

    public static final Column<String> NAME = TABLE.text("name");
    /** SHA-256 of the file, as 64 hex digits. */
    public static final Column<String> SHA256 = TABLE.text("sha256");

    private ReferenceFileTable() {}

    /** Returns the row of a file. */
    public static TableRow row(String file, String sha256) {
        return TABLE.row().set(NAME, file).set(SHA256, sha256);
    }
}
