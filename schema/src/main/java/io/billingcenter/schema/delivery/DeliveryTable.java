package io.billingcenter.schema.delivery;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.util.List;

/** Table {@code delivery}: the revisions of the files of periods that were delivered. */
public final class DeliveryTable {

    public static final Table TABLE = Table.named("delivery");

    public static final Column<String> PERIOD = TABLE.text("period");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<String> CONTENT_DIGEST = TABLE.text("content_digest");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(PERIOD, REVISION);

    static {
        TABLE.digests(CONTENT_DIGEST);
    }

    private DeliveryTable() {}

    /** Returns the row of a revision. */
    public static TableRow row(String period, int revision, String contentDigest) {
        return TABLE.row().set(PERIOD, period).set(REVISION, revision).set(CONTENT_DIGEST, contentDigest);
    }
}
