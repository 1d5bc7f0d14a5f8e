package io.billingcenter.jobs.archive;

import io.billingcenter.domain.archive.PurgePlan;
import io.billingcenter.domain.archive.PurgePlan.MonthDetails;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.summary.Summary;
import io.billingcenter.readers.tables.archive.DetailRows;
import io.billingcenter.readers.tables.archive.PurgePlanReader;
import io.billingcenter.writers.files.archive.ArchiveSize;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows what a purge would move, and changes nothing. */
@Component
public class PurgePlans {

    /** The number of workspaces from which the size of a file is estimated. */
    private static final int SAMPLED_WORKSPACES = 50;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    PurgePlans(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Prints the months before one with their details. */
    public void show(BillingMonth before, PrintWriter out) {
        PurgePlan plan = Objects.requireNonNull(
                transaction.execute(status -> new PurgePlanReader(jdbc).before(before, this::estimatedBytes)));
        out.println("purge before " + before);
        for (MonthDetails month : plan.months()) {
            String rows = month.rows().entrySet().stream()
                    .map(table -> table.getKey() + " " + Summary.count(table.getValue()))
                    .collect(Collectors.joining(", "));
            out.println("  " + month.month() + ": " + Summary.count(month.workspaceDays()) + " workspace-days, about "
                    + Summary.count(month.estimatedBytes()) + " bytes");
            out.println("    " + rows);
        }
        if (plan.months().isEmpty()) {
            out.println("  nothing: no details before " + before + " are in the tables");
        }
    }

    /** Writes the details of the first workspaces to nowhere, and multiplies their size. */
    private long estimatedBytes(MonthDetails month) {
        DetailRows rows = new DetailRows(jdbc);
        List<String> workspaces = rows.workspaces(month.month());
        int sampled = Math.min(workspaces.size(), SAMPLED_WORKSPACES);
        try {
            ArchiveSize size = new ArchiveSize();
            rows.each(month.month(), workspaces.get(0), workspaces.get(sampled - 1), size::add);
            return BigInteger.valueOf(size.bytes())
                    .multiply(BigInteger.valueOf(workspaces.size()))
                    .divide(BigInteger.valueOf(sampled))
                    .longValueExact();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to estimate the size of an archive file", e);
        }
    }
}
