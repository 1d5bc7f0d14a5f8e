package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code console_account}: the logins that own workspaces. */
public final class ConsoleAccountTable {

    public static final Table TABLE = Table.named("console_account");

    public static final Column<String> EMAIL = TABLE.text("email");
    public static final Column<String> NAME = TABLE.text("name");

    private ConsoleAccountTable() {}

    /** Returns the row of a console account. */
    public static TableRow row(ConsoleAccount account) {
        return TABLE.row().set(EMAIL, account.email()).set(NAME, account.name());
    }

    /** Returns the console account that is in the current row. */
    public static ConsoleAccount consoleAccount(ResultSet row) throws SQLException {
        return new ConsoleAccount(EMAIL.get(row), NAME.get(row));
    }
}
