package io.billingcenter.schema.installation;

import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;

/** Table {@code installation}: the output folders that belong to the database. */
public final class OutputFolderTable {

    public static final Table TABLE = Table.named("installation");

    public static final Column<String> INSTALLATION_ID = TABLE.text("installation_id");
    /** Real path. */
    public static final Column<String> FOLDER = TABLE.text("folder");

    private OutputFolderTable() {}

    /** Returns the row of a folder. */
    public static TableRow row(String id, String folder) {
        return TABLE.row().set(INSTALLATION_ID, id).set(FOLDER, folder);
    }
}
