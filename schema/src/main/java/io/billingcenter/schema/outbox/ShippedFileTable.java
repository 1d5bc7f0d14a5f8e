package io.billingcenter.schema.outbox;

import io.billingcenter.domain.outbox.ShippedFile;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Table {@code shipped_file}: the files of the shipments. */
public final class ShippedFileTable {

    public static final Table TABLE = Table.named("shipped_file");

    public static final Column<Long> SHIPMENT_ID = TABLE.largeNumber("shipment_id");
    public static final Column<String> PATH = TABLE.text("path");
    public static final Column<Long> SIZE_BYTES = TABLE.largeNumber("size_bytes");
    public static final Column<String> SHA256 = TABLE.text("sha256");
    /** The version that the receiver gave to the file; NULL if it gives none. */
    public static final Column<String> REMOTE_VERSION = TABLE.text("remote_version");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY = List.of(SHIPMENT_ID, PATH);

    static {
        TABLE.digests(PATH, SIZE_BYTES, SHA256);
    }

    private ShippedFileTable() {}

    /** Returns the row of a file of a shipment. */
    public static TableRow row(long shipment, ShippedFile file) {
        return TABLE.row()
                .set(SHIPMENT_ID, shipment)
                .set(PATH, file.path())
                .set(SIZE_BYTES, file.bytes())
                .set(SHA256, file.sha256());
    }

    /** Returns the file of the current row. */
    public static ShippedFile shippedFile(ResultSet row) throws SQLException {
        return new ShippedFile(PATH.get(row), SIZE_BYTES.get(row), SHA256.get(row));
    }
}
