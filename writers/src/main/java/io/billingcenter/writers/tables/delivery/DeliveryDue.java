package io.billingcenter.writers.tables.delivery;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.delivery.DeliveryDueTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** Marks periods whose rows have changed since their files were made: table {@code delivery_due}. */
public final class DeliveryDue {

    private final JdbcTemplate jdbc;

    /** Works through the template. */
    public DeliveryDue(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the periods to be delivered, in order of time; a month comes after its days. */
    public List<DeliveryPeriod> periods() {
        return jdbc
                .query("SELECT DISTINCT period FROM delivery_due", (row, number) -> DeliveryDueTable.PERIOD.get(row))
                .stream()
                .sorted()
                .toList();
    }

    /**
     * Notes that the days' rows have changed; belongs in the transaction of the change. A day is noted once, under the first of
     * its workspaces. A workspace belongs to one partition, so nobody else notes the same row at the same time.
     */
    public void mark(Collection<WorkspaceDay> changed) {
        SortedMap<BillingDay, WorkspaceId> firsts = new TreeMap<>();
        changed.forEach(day ->
                firsts.merge(day.day(), day.workspace(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        List<TableRow> rows = new ArrayList<>(firsts.size());
        firsts.forEach((day, workspace) -> rows.add(row(day, workspace.value())));
        markRows(rows);
    }

    /**
     * Notes that rows of these days have changed that belong to no one workspace.
     *
     * @param marker an id that nobody else notes at the same time
     */
    public void mark(Collection<BillingDay> days, String marker) {
        markRows(days.stream().distinct().map(day -> row(day, marker)).toList());
    }

    /** Notes that rows of the day have changed that belong to no one workspace; one thread at a time. */
    public void markDay(BillingDay day) {
        markRows(List.of(row(day, "")));
    }

    /**
     * Notes the same for days whose files were delivered before; files of other days come with the run for them.
     *
     * @param marker an id that nobody else notes at the same time
     */
    public void markAgain(Collection<BillingDay> days, String marker) {
        mark(days.stream().distinct().filter(this::wasDelivered).toList(), marker);
    }

    private void markRows(List<TableRow> rows) {
        DeliveryDueTable.TABLE.delete(jdbc, DeliveryDueTable.KEY, rows);
        DeliveryDueTable.TABLE.insert(jdbc, rows);
    }

    private static TableRow row(BillingDay day, String marker) {
        return DeliveryDueTable.row(new DeliveryPeriod.OfDay(day), marker);
    }

    private boolean wasDelivered(BillingDay day) {
        Integer revisions =
                jdbc.queryForObject("SELECT COUNT(*) FROM delivery WHERE period = ?", Integer.class, day.toString());
        return revisions != null && revisions > 0;
    }

    /** Removes the period; belongs in the transaction of its delivery. */
    public void done(DeliveryPeriod period) {
        jdbc.update(DeliveryDueTable.TABLE.delete(List.of(DeliveryDueTable.PERIOD)), period.toString());
    }
}
