package io.billingcenter.schema.metering;

import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that have rows of a workspace-day while it is read in slices. */
public final class SliceTables {

    private static final List<Table> ALL =
            List.of(SlicedDayTable.TABLE, SliceFileTable.TABLE, SliceMeasureTable.TABLE, SliceTotalTable.TABLE);

    private SliceTables() {}

    /** Deletes the rows of these workspace-days. */
    public static void delete(JdbcTemplate jdbc, Collection<WorkspaceDay> days) {
        ALL.forEach(table -> WorkspaceDayColumns.delete(jdbc, table, days));
    }
}
