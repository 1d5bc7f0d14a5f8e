package io.billingcenter.schema.metering;

import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The columns of the totals of a file: its records by class. */
public final class FileTotalsColumns {

    private final Column<String> name;
    private final Column<Boolean> unreadable;
    private final Column<Long> records;
    private final Column<Long> accepted;
    private final Column<Long> duplicates;
    private final Column<Long> conflicts;
    private final Column<Long> quarantined;

    /** Adds the columns but the name, which the table has already. */
    FileTotalsColumns(Table table, Column<String> name) {
        this.name = name;
        unreadable = table.flag("unreadable");
        records = table.largeNumber("records");
        accepted = table.largeNumber("accepted");
        duplicates = table.largeNumber("duplicates");
        conflicts = table.largeNumber("conflicts");
        quarantined = table.largeNumber("quarantined");
    }

    /** Returns the columns but the name, in their order. */
    List<Column<?>> counts() {
        return List.of(unreadable, records, accepted, duplicates, conflicts, quarantined);
    }

    /** Returns the name and the other columns, in their order. */
    Column<?>[] all() {
        return new Column<?>[] {name, unreadable, records, accepted, duplicates, conflicts, quarantined};
    }

    /** Sets the columns to the totals of a file. */
    TableRow set(TableRow row, FileTotals file) {
        return row.set(name, file.file())
                .set(unreadable, file.unreadable())
                .set(records, file.records())
                .set(accepted, file.accepted())
                .set(duplicates, file.duplicates())
                .set(conflicts, file.conflicts())
                .set(quarantined, file.quarantined());
    }

    /** Returns the totals of the file in the current row; all zero if it was only listed. */
    public FileTotals get(ResultSet row) throws SQLException {
        return new FileTotals(
                name.get(row),
                unreadable.getOrDefault(row, unreadable.name(), false),
                records.getOrDefault(row, records.name(), 0L),
                accepted.getOrDefault(row, accepted.name(), 0L),
                duplicates.getOrDefault(row, duplicates.name(), 0L),
                conflicts.getOrDefault(row, conflicts.name(), 0L),
                quarantined.getOrDefault(row, quarantined.name(), 0L));
    }

    /** Returns whether the file in the current row was read, and not only listed. */
    public boolean isRead(ResultSet row) throws SQLException {
        return records.getOrNull(row) != null;
    }

    /** Returns the names of all columns, separated by commas, with the alias of the table in a query. */
    public String columnList(String alias) {
        return String.join(
                ", ",
                List.of(
                        name.of(alias),
                        unreadable.of(alias),
                        records.of(alias),
                        accepted.of(alias),
                        duplicates.of(alias),
                        conflicts.of(alias),
                        quarantined.of(alias)));
    }
}
