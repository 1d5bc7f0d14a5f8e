package io.billingcenter.domain.archive;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row with details of a workspace-day.
 *
 * @param table name of the table
 * @param cells values in the order of the columns, in the types of {@link CellType}
 */
public record DetailRow(String table, WorkspaceDay workspaceDay, List<@Nullable Object> cells) {

    /** Keeps a view of the cells. */
    public DetailRow(String table, WorkspaceDay workspaceDay, List<@Nullable Object> cells) {
        this.table = table;
        this.workspaceDay = workspaceDay;
        this.cells = Collections.unmodifiableList(cells);
    }
}
