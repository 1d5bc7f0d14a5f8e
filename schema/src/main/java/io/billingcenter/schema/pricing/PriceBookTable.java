package io.billingcenter.schema.pricing;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code price_book}: the versions of the price book that are in use; each is named by its first billing day. */
public final class PriceBookTable {

    public static final Table TABLE = Table.named("price_book");

    public static final Column<BillingDay> VERSION = TABLE.day("version");
    /** SHA-256 of the file, as 64 hex digits. */
    public static final Column<String> SHA256 = TABLE.text("sha256");

    private PriceBookTable() {}

    /** Returns the row of a version. */
    public static TableRow row(BillingDay version, String sha256) {
        return TABLE.row().set(VERSION, version).set(SHA256, sha256);
    }
}
