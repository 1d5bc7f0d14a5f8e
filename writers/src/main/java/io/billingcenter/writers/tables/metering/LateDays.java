package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.WorkspaceDayColumns;
import io.billingcenter.schema.metering.LateDayTable;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Table {@code late_day}: workspace-days with files that came after the late window. Listing notes those that it finds, and
 * deletes those that it no longer finds, since their files were withdrawn.
 */
public final class LateDays {

    private final JdbcTemplate jdbc;
    private final Set<WorkspaceDay> known;
    private final Set<WorkspaceDay> notFound;

    /** Reads the late days up to the day of a run, which considers no later ones. */
    public LateDays(JdbcTemplate jdbc, BillingDay day) {
        this.jdbc = jdbc;
        this.known = new HashSet<>(jdbc.query(
                "SELECT workspace_id, billing_day FROM late_day WHERE billing_day <= ?",
                (row, number) -> WorkspaceDayColumns.get(row),
                day.date()));
        this.notFound = new HashSet<>(known);
    }

    /** Notes that files of a workspace-day came after the late window, unless that was noted before. */
    public void note(WorkspaceDay workspaceDay, String detail, long runId) {
        notFound.remove(workspaceDay);
        if (known.add(workspaceDay)) {
            LateDayTable.TABLE.insert(jdbc, LateDayTable.row(workspaceDay, detail, runId));
            new DeliveryDue(jdbc).mark(List.of(workspaceDay));
        }
    }

    /** Leaves a workspace-day as it is: it will be read, and storing the reading deletes its row. */
    public void keep(WorkspaceDay workspaceDay) {
        notFound.remove(workspaceDay);
    }

    /** Leaves the workspace-days for which the test is true as they are: nothing is known about them now. */
    public void keepAll(Predicate<WorkspaceDay> unknown) {
        notFound.removeIf(unknown);
    }

    /** Deletes the workspace-days of which no late file was found any more; they are delivered without the hold. */
    public void forgetWithdrawn() {
        List<WorkspaceDay> withdrawn = notFound.stream().sorted().toList();
        WorkspaceDayColumns.delete(jdbc, LateDayTable.TABLE, withdrawn);
        new DeliveryDue(jdbc).mark(withdrawn);
        notFound.clear();
    }
}
