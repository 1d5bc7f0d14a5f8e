package io.billingcenter.writers.tables.metering;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The table {@code late_day}: workspace-days with files that came after the late window. Listing notes those it finds;
 * those it finds no more are forgotten, since their files were withdrawn.
 */
public final class LateDays {

    private final JdbcTemplate jdbc;
    private final Set<WorkspaceDay> known;
    private final Set<WorkspaceDay> notFound;

    /** The late days up to the day of a run, which looks at no later ones. */
    public LateDays(JdbcTemplate jdbc, BillingDay day) {
        this.jdbc = jdbc;
        this.known = new HashSet<>(jdbc.query(
                "SELECT workspace_id, billing_day FROM late_day WHERE billing_day <= ?",
                (row, number) -> new WorkspaceDay(
                        new WorkspaceId(row.getString(1)), new BillingDay(row.getObject(2, LocalDate.class))),
                day.date()));
        this.notFound = new HashSet<>(known);
    }

    /** Notes that files of a workspace-day came after the late window, unless that was noted before. */
    public void note(WorkspaceDay workspaceDay, String detail, long runId) {
        notFound.remove(workspaceDay);
        if (known.add(workspaceDay)) {
            jdbc.update(
                    "INSERT INTO late_day (workspace_id, billing_day, detail, run_id) VALUES (?, ?, ?, ?)",
                    workspaceDay.workspace().value(),
                    workspaceDay.day().date(),
                    detail,
                    runId);
            new DeliveryDue(jdbc).mark(List.of(workspaceDay));
        }
    }

    /** Leaves a workspace-day as it is: it will be read, and whoever stores that forgets that it was late. */
    public void keep(WorkspaceDay workspaceDay) {
        notFound.remove(workspaceDay);
    }

    /** Keeps the rows for which the test is true: nothing is known about them now. */
    public void keepAll(Predicate<WorkspaceDay> unknown) {
        notFound.removeIf(unknown);
    }

    /** Forgets those of which no late file was found any more; their files are delivered without the hold. */
    public void forgetWithdrawn() {
        List<WorkspaceDay> withdrawn = notFound.stream().sorted().toList();
        withdrawn.forEach(day -> jdbc.update(
                "DELETE FROM late_day WHERE workspace_id = ? AND billing_day = ?",
                day.workspace().value(),
                day.day().date()));
        new DeliveryDue(jdbc).mark(withdrawn);
        notFound.clear();
    }
}
