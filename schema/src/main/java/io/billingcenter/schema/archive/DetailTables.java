package io.billingcenter.schema.archive;

import io.billingcenter.domain.archive.ArchiveColumn;
import io.billingcenter.domain.archive.DetailRow;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.billing.DayHoldTable;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.metering.DayReadingTable;
import io.billingcenter.schema.metering.MeteredDayTable;
import io.billingcenter.schema.metering.QuarantinedRecordTable;
import io.billingcenter.schema.metering.TrafficFileTable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tables with the details of workspace-days, which are archived and purged together. The first two columns of each are the
 * workspace and the billing day, with which its primary key begins.
 */
public final class DetailTables {

    /** All of them, in the order in which an archive file has their rows within a workspace-day. */
    public static final List<Table> ALL = List.of(
            DayReadingTable.TABLE,
            TrafficFileTable.TABLE,
            MeteredDayTable.TABLE,
            RatedDayTable.TABLE,
            DayHoldTable.TABLE,
            QuarantinedRecordTable.TABLE);

    private static final int BATCH_ROWS = 1_000;

    private static final Map<String, Table> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Table::name, Function.identity()));

    private DetailTables() {}

    /** Returns the table of that name, if it is one of them. */
    public static Optional<Table> ofName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Inserts rows that were archived.
     *
     * @param columns columns of each table, as the rows have them
     */
    public static void insert(JdbcTemplate jdbc, Map<String, List<ArchiveColumn>> columns, List<DetailRow> rows) {
        Map<String, List<DetailRow>> byTable =
                rows.stream().collect(Collectors.groupingBy(DetailRow::table, LinkedHashMap::new, Collectors.toList()));
        byTable.forEach((table, ofTable) -> jdbc.batchUpdate(
                insertInto(table, columns.getOrDefault(table, List.of())), ofTable, BATCH_ROWS, (prepared, row) -> {
                    for (int i = 0; i < row.cells().size(); i++) {
                        prepared.setObject(i + 1, row.cells().get(i));
                    }
                }));
    }

    /** Returns an INSERT of the columns that the archived rows have. A column that came later gets its default. */
    private static String insertInto(String name, List<ArchiveColumn> columns) {
        Table table = ofName(name)
                .orElseThrow(() -> new IllegalStateException("Expected rows of tables with details, found some of "
                        + name + "; use the program that archived them"));
        return "INSERT INTO " + table + " ("
                + columns.stream().map(ArchiveColumn::name).collect(Collectors.joining(", ")) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }
}
