package io.billingcenter.schema.delivery;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import java.util.List;

/** Table {@code delivered_file}: the files of the revisions. */
public final class DeliveredFileTable {

    public static final Table TABLE = Table.named("delivered_file");

    public static final Column<String> PERIOD = TABLE.text("period");
    public static final Column<Integer> REVISION = TABLE.number("revision");
    public static final Column<String> PATH = TABLE.text("path");
    public static final Column<String> SCHEMA_ID = TABLE.text("schema_id");
    public static final Column<Long> ROW_COUNT = TABLE.largeNumber("row_count");
    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<String> SHA256 = TABLE.text("sha256");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(PERIOD, REVISION);

    static {
        TABLE.digests(PATH, SCHEMA_ID, ROW_COUNT, SIZE_BYTES, SHA256);
    }

    private DeliveredFileTable() {}
}
