package io.billingcenter.jobs.reconciliation;

import io.billingcenter.domain.delivery.DeliveredRowSource;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.reconciliation.WorkspaceDayControl;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.reconciliation.BillControl;
import io.billingcenter.readers.tables.reconciliation.FileControl;
import io.billingcenter.readers.tables.reconciliation.RawFileControl;
import io.billingcenter.readers.tables.reconciliation.WorkspaceDaySnapshotReader;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything of a day, compared: raw files, readings, ratings, postings, bills, ledger, invoices of its month, delivered
 * files.
 */
public final class DayComparison {

    private final JdbcTemplate jdbc;
    private final DeliveredRowSource rows;
    private final Path traffic;
    private final Path out;

    /** Compares what lies in the database with what lies in the folders. */
    public DayComparison(JdbcTemplate jdbc, DeliveredRowSource rows, Path traffic, Path out) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.traffic = traffic;
        this.out = out;
    }

    /** Compares everything of the day onto the sheet. */
    public void compare(BillingDay day, ReconciliationResult sheet) {
        GateWriter tables = new GateWriter(jdbc);
        tables.lookAt(day);
        if (isSettled(day)) {
            tables.lookAtBills(day);
        } else {
            tables.lookAtNoBills();
        }
        WorkspaceDayControl days = new WorkspaceDayControl(sheet);
        new WorkspaceDaySnapshotReader(jdbc).read(evidence -> days.compare(evidence, false));
        BillControl bills = new BillControl(jdbc, sheet);
        bills.compareBills();
        bills.compareWallets();
        bills.compareInvoices(day.month());
        FileControl files = new FileControl(jdbc, rows, out, sheet);
        files.compare(new DeliveryPeriod.OfDay(day));
        files.compare(new DeliveryPeriod.OfMonth(day.month()));
        RawFileControl raw = new RawFileControl(jdbc, traffic, sheet);
        try {
            raw.compareLists();
            raw.compareBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isSettled(BillingDay day) {
        Integer settled = jdbc.queryForObject(
                "SELECT COUNT(*) FROM settled_day WHERE posted_day >= ?", Integer.class, day.date());
        return settled != null && settled > 0;
    }
}
