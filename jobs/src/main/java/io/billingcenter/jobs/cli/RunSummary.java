package io.billingcenter.jobs.cli;

import io.billingcenter.domain.delivery.DeliveryResult;
import io.billingcenter.domain.guard.AttentionItem;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.jobs.delivery.DeliveryReport;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.jobs.launch.JobName;
import io.billingcenter.jobs.launch.RunRequest;
import io.billingcenter.jobs.quarantine.ReplayReport;
import io.billingcenter.jobs.report.RunReports;
import io.billingcenter.readers.tables.guard.AccountDayReader;
import io.billingcenter.readers.tables.guard.GuardReportReader;
import io.billingcenter.readers.tables.quarantine.RepairedCounts;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The few lines at the end of a run: what was read, billed and held, and where the files are. */
@Component
class RunSummary {

    private static final String ROW = "  %-12s %s%n";
    private static final int LISTED = 20;

    private final JdbcTemplate jdbc;
    private final DeliveryReport deliveries;
    private final RunReports reports;
    private final Folders folders;
    private final ReplayReport replayed;

    RunSummary(
            JdbcTemplate jdbc, DeliveryReport deliveries, RunReports reports, Folders folders, ReplayReport replayed) {
        this.replayed = replayed;
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.reports = reports;
        this.folders = folders;
    }

    void print(RunRequest request, long runId, List<AttentionItem> items, PrintWriter out) {
        out.println(request.job().text() + " " + request.period());
        if (compares(request)) {
            printBalance(out);
        } else if (request.job().ofRepairs()) {
            replayed.of(runId).forEach(line -> out.printf(Locale.ROOT, ROW, "replay", line));
        } else if (request.day() != null) {
            printDay(request, request.day().date(), out);
        } else {
            printMonth(request, out);
        }
        new AttentionText(items).lines().forEach(line -> out.printf(Locale.ROOT, ROW, line.head(), line.text()));
        for (DeliveryResult delivery : deliveries.of(runId)) {
            out.printf(Locale.ROOT, ROW, "files", delivery.folder() + (delivery.isNew() ? "" : " (unchanged)"));
        }
        reports.page(runId).ifPresent(page -> out.printf(Locale.ROOT, ROW, "report", page));
        out.flush();
    }

    /** Prints what the guards held and reported, and returns whether a report needs attention. */
    boolean printGuards(RunRequest request, long runId, PrintWriter out) {
        List<GuardReportReader.Line> lines = new GuardReportReader(jdbc).lines(runId);
        lines.forEach(line -> out.printf(Locale.ROOT, ROW, "guard", line.text()));
        if (request.day() != null && !compares(request)) {
            List<String> unusual = new AccountDayReader(jdbc, 0).heldDetails(request.requireDay());
            unusual.stream().limit(LISTED).forEach(detail -> out.printf(Locale.ROOT, ROW, "unusual", detail));
            if (unusual.size() > LISTED) {
                out.printf(Locale.ROOT, ROW, "", "and " + count(unusual.size() - LISTED) + " more, see holds.csv");
            }
        }
        out.flush();
        return lines.stream().anyMatch(GuardReportReader.Line::attention);
    }

    private static boolean compares(RunRequest request) {
        return request.job() == JobName.RECONCILE || request.job() == JobName.VERIFY;
    }

    private void printDay(RunRequest request, LocalDate day, PrintWriter out) {
        jdbc.query(
                """
                SELECT COUNT(*), SUM(files), SUM(records), SUM(accepted), SUM(duplicates), SUM(conflicts),
                  SUM(quarantined), SUM(unreadable_files) FROM day_reading WHERE billing_day = ? AND is_current = TRUE""",
                row -> {
                    if (row.getLong(1) == 0) {
                        Path expected =
                                folders.traffic().resolve("<workspace_id>").resolve(day.toString());
                        out.printf(Locale.ROOT, ROW, "traffic", "none at " + expected + otherDays());
                        return;
                    }
                    out.printf(Locale.ROOT, ROW, "workspaces", count(row.getLong(1)));
                    out.printf(
                            Locale.ROOT,
                            ROW,
                            "records",
                            count(row.getLong(3)) + " in " + count(row.getLong(2)) + " files: " + count(row.getLong(4))
                                    + " accepted, " + count(row.getLong(5)) + " duplicate, " + count(row.getLong(6))
                                    + " conflicting, " + count(row.getLong(7)) + " quarantined"
                                    + repaired(day, row.getLong(6) + row.getLong(7))
                                    + (row.getLong(8) == 0 ? "" : "; " + row.getLong(8) + " files unreadable"));
                    if (row.getLong(6) + row.getLong(7) + row.getLong(8) > 0) {
                        out.printf(Locale.ROOT, ROW, "", "see: billing quarantine --day " + day);
                    }
                },
                day);
        if (request.postedDay() != null) {
            printPostings(request.postedDay().date(), out);
        }
        printAlerts(day, out);
        long held = heldDays(day);
        out.printf(Locale.ROOT, ROW, "holds", held == 0 ? "none" : count(held) + " workspace-days, see holds.csv");
    }

    private String repaired(LocalDate day, long bad) {
        BillingDay of = new BillingDay(day);
        long repaired = bad == 0
                ? 0
                : new RepairedCounts(jdbc)
                        .of(new DayRange(of, of.plusDays(1))).values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
        return repaired == 0 ? "" : "; " + count(repaired) + " of these repaired";
    }

    /** What the last gate compared; this run was it. */
    private void printBalance(PrintWriter out) {
        jdbc.query(
                "SELECT level, compared, left_sum, right_sum FROM balance_check"
                        + " WHERE run_id = (SELECT MAX(run_id) FROM balance_check) ORDER BY level",
                row -> {
                    out.printf(
                            Locale.ROOT,
                            "  %-16s %12s agree: %s = %s%n",
                            row.getString(1),
                            count(row.getLong(2)),
                            row.getBigDecimal(3).toPlainString(),
                            row.getBigDecimal(4).toPlainString());
                });
    }

    private void printPostings(LocalDate postedDay, PrintWriter out) {
        jdbc.query(
                """
                SELECT currency, COUNT(*), COUNT(DISTINCT account_id), SUM(amount) FROM posting WHERE posted_day = ?
                GROUP BY currency ORDER BY currency""",
                row -> {
                    out.printf(
                            Locale.ROOT,
                            ROW,
                            "bills",
                            row.getString(1) + " " + row.getBigDecimal(4).toPlainString() + " in "
                                    + count(row.getLong(2)) + " lines of " + count(row.getLong(3)) + " accounts");
                },
                postedDay);
    }

    private void printAlerts(LocalDate day, PrintWriter out) {
        Long raised = jdbc.queryForObject("SELECT COUNT(*) FROM raised_alert WHERE billing_day = ?", Long.class, day);
        if (raised != null && raised > 0) {
            out.printf(Locale.ROOT, ROW, "alerts", count(raised) + ", see alerts.csv");
        }
    }

    private void printMonth(RunRequest request, PrintWriter out) {
        AtomicBoolean any = new AtomicBoolean();
        jdbc.query(
                """
                SELECT currency, COUNT(*), SUM(total), MIN(invoice_number), MAX(invoice_number) FROM invoice
                WHERE billing_month = ? GROUP BY currency ORDER BY currency""",
                row -> {
                    any.set(true);
                    out.printf(
                            Locale.ROOT,
                            ROW,
                            "invoices",
                            row.getString(1) + " " + row.getBigDecimal(3).toPlainString() + " in "
                                    + count(row.getLong(2)) + " (" + row.getString(4) + " to " + row.getString(5)
                                    + ")");
                },
                request.period());
        jdbc.query(
                "SELECT accepted, reason FROM month_close WHERE billing_month = ? AND accepted <> ''",
                row -> {
                    out.printf(Locale.ROOT, ROW, "accepted", row.getString(1) + ": " + row.getString(2));
                },
                request.period());
        if (!any.get()) {
            out.printf(Locale.ROOT, ROW, "invoices", "none: nothing was posted in " + request.period());
        }
    }

    private long heldDays(LocalDate until) {
        Long held = jdbc.queryForObject("""
                SELECT COUNT(*) FROM (
                  SELECT r.workspace_id, r.billing_day FROM rated_day r
                  WHERE r.is_current = TRUE AND r.outcome = 'held' AND r.billing_day <= ?
                  UNION
                  SELECT l.workspace_id, l.billing_day FROM late_day l WHERE l.billing_day <= ?
                  UNION
                  SELECT f.workspace_id, f.billing_day FROM fee_hold f WHERE f.billing_day <= ?) h""", Long.class, until, until, until);
        return held == null ? 0 : held;
    }

    private String otherDays() {
        LocalDate last = jdbc.queryForObject("SELECT MAX(billing_day) FROM day_reading", LocalDate.class);
        return last == null ? "; nothing was ever read: wrong day or wrong folder?" : "; the last day read is " + last;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
