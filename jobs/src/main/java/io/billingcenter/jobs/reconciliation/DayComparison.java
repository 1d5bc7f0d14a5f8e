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
import io.billingcenter.readers.tables.settlement.SettledDays;
import io.billingcenter.writers.tables.reconciliation.GateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The comparison of everything of a day: raw files, readings, ratings, postings, bills, ledger, invoices of its month and
 * delivered files.
 */
public final class DayComparison {

    private final JdbcTemplate jdbc;
    private final DeliveredRowSource rows;
    private final Path traffic;
    private final Path out;

    /** A comparison of the database with the folders. */
    public DayComparison(JdbcTemplate jdbc, DeliveredRowSource rows, Path traffic, Path out) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.traffic = traffic;
        this.out = out;
    }

    /** Compares everything of the day, and adds the comparisons to a result. */
    public void compare(BillingDay day, ReconciliationResult result) {
        GateWriter tables = new GateWriter(jdbc);
        tables.selectDay(day);
        if (new SettledDays(jdbc).isSettled(day)) {
            tables.selectBills(day);
        } else {
            tables.selectNoBills();
        }
        WorkspaceDayControl days = new WorkspaceDayControl(result);
        new WorkspaceDaySnapshotReader(jdbc).read(evidence -> days.compare(evidence, false));
        BillControl bills = new BillControl(jdbc, result);
        bills.compareBills();
        bills.compareWallets();
        bills.compareInvoices(day.month());
        FileControl files = new FileControl(jdbc, rows, out, result);
        files.compare(new DeliveryPeriod.OfDay(day));
        files.compare(new DeliveryPeriod.OfMonth(day.month()));
        RawFileControl raw = new RawFileControl(jdbc, traffic, result);
        try {
            raw.compareLists();
            raw.compareBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
