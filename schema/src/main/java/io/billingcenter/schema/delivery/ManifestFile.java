package io.billingcenter.schema.delivery;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** The manifest of a published set. It is a file and no table, but takes part in digests like a table of one row. */
public final class ManifestFile {

    public static final Table DIGESTED = Table.named("manifest.json");

    /** SHA-256 of the file, as 64 hex digits. */
    public static final Column<String> SHA256 = DIGESTED.text("sha256");

    static {
        DIGESTED.digests(SHA256);
    }

    private ManifestFile() {}

    /** Returns the row of a manifest. */
    public static TableRow row(String sha256) {
        return DIGESTED.row().set(SHA256, sha256);
    }
}
