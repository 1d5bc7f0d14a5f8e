package io.billingcenter.readers.tables.installation;

import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.installation.PublishedRevision;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.delivery.DeliveryDueTable;
import io.billingcenter.schema.delivery.DeliveryTable;
import io.billingcenter.schema.invoicing.ClosedMonthTable;
import io.billingcenter.schema.invoicing.MonthClosedOutsideTable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the output folders that belong to a database, and what it knows of their content. */
public final class InstallationReader {

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public InstallationReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the real path of the folder with that id; empty for one of another database. */
    public Optional<String> folderOf(String id) {
        return jdbc
                .query(
                        "SELECT folder FROM installation WHERE installation_id = ?",
                        (row, number) -> row.getString(1),
                        id)
                .stream()
                .findFirst();
    }

    /** Returns the ids of all folders that belong to the database, in the order of their texts. */
    public List<String> ids() {
        return jdbc.query(
                "SELECT installation_id FROM installation ORDER BY installation_id", (row, number) -> row.getString(1));
    }

    /** Returns the revisions of days and months that were recorded; those of other sets belong to a month that is among them. */
    public List<PublishedRevision> recorded() {
        return jdbc.query(
                "SELECT period, revision, content_digest FROM delivery WHERE period NOT LIKE '%/%'",
                (row, n) -> new PublishedRevision(
                        DeliveryPeriod.parse(DeliveryTable.PERIOD.get(row)),
                        DeliveryTable.REVISION.get(row),
                        DeliveryTable.CONTENT_DIGEST.get(row)));
    }

    /** Returns the periods that are still to be delivered. */
    public Set<DeliveryPeriod> due() {
        return new HashSet<>(
                jdbc.query("SELECT DISTINCT period FROM delivery_due", (row, n) -> DeliveryDueTable.PERIOD.get(row)));
    }

    /** Returns the months that were closed outside of this database, in order. */
    public List<BillingMonth> closedOutside() {
        return months(MonthClosedOutsideTable.TABLE);
    }

    /** Returns the months that take no postings any more, in order. */
    public List<BillingMonth> closed() {
        return months(ClosedMonthTable.TABLE);
    }

    private List<BillingMonth> months(Table table) {
        return jdbc.query(
                "SELECT billing_month FROM " + table + " ORDER BY billing_month",
                (row, n) -> ClosedMonthTable.BILLING_MONTH.get(row));
    }
}
