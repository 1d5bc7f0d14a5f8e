package io.billingcenter.readers.tables.archive;

import io.billingcenter.domain.archive.RetainedDays;
import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.guard.OpenCellReader;
import io.billingcenter.readers.tables.runs.RunHistoryReader;
import io.billingcenter.readers.tables.runs.UnfinishedRuns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds what speaks against purging the details of months: everything that may still read or change them. */
public final class PurgeChecks {

    /** The number of reasons of a kind that are listed. */
    private static final int LISTED = 20;

    private static final Set<String> FINDINGS = Set.of("missing", "unreadable", "vanished");

    private static final String DEBTS = """
            SELECT o.posted_day, o.account_id, o.currency, o.settlement, o.owed FROM owed_bill o
            WHERE EXISTS (SELECT 1 FROM posting p WHERE p.account_id = o.account_id AND p.posted_day = o.posted_day
              AND p.currency = o.currency AND p.settlement = o.settlement AND p.billing_day < ?)
            ORDER BY o.posted_day, o.account_id, o.currency, o.settlement""";

    private static final String PENDING = """
            SELECT x.workspace_id, x.billing_day, x.pending FROM (
              SELECT DISTINCT t.workspace_id, t.billing_day, 'listed and not read' AS pending FROM metering_task t
              UNION SELECT s.workspace_id, s.billing_day, 'read in part' FROM sliced_day s
              UNION SELECT r.workspace_id, r.billing_day, 'rated and not posted' FROM rated_day r
              WHERE r.posted = FALSE AND r.is_current = TRUE
              UNION SELECT u.workspace_id, u.billing_day, 'to be rated again' FROM unusual_task u) x
            WHERE x.billing_day < ? ORDER BY x.billing_day, x.workspace_id, x.pending""";

    private static final String UNCHECKED = """
            SELECT DISTINCT control_day, workspace_id FROM control_total
            WHERE run_id > (SELECT COALESCE(MAX(run_id), -1) FROM gate_passed WHERE gate = 'usage')
              AND stage IN ('read', 'rated', 'posted') AND control_day < ? ORDER BY control_day, workspace_id""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public PurgeChecks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the last billing day that was read, if there is one. */
    public Optional<BillingDay> lastReadDay() {
        LocalDate last = jdbc.queryForObject("SELECT MAX(billing_day) FROM day_reading", LocalDate.class);
        return Optional.ofNullable(last).map(BillingDay::new);
    }

    /**
     * Returns the reasons against purging the months.
     *
     * @param months the months with details, all of them before that one
     * @param retained the days whose details stay
     */
    public List<String> reasons(List<BillingMonth> months, BillingMonth before, RetainedDays retained) {
        List<String> reasons = new ArrayList<>(ofMonths(months, retained));
        LocalDate end = before.firstDay().date();
        reasons.addAll(listed(jdbc.query(
                DEBTS,
                (row, n) -> "debts " + row.getObject("posted_day", LocalDate.class) + ": account "
                        + row.getString("account_id") + " owes " + row.getString("currency") + " "
                        + row.getBigDecimal("owed").toPlainString() + " (" + row.getString("settlement")
                        + "); it must be paid first",
                end)));
        reasons.addAll(holds(before));
        reasons.addAll(deliveries(before));
        reasons.addAll(runs());
        reasons.addAll(listed(jdbc.query(
                PENDING,
                (row, n) -> "pending " + row.getObject("billing_day", LocalDate.class) + " "
                        + row.getString("workspace_id") + ": it is " + row.getString("pending")
                        + "; run the next night first",
                end)));
        reasons.addAll(listed(jdbc.query(
                UNCHECKED,
                (row, n) -> "unchecked " + row.getObject("control_day", LocalDate.class) + " "
                        + row.getString("workspace_id")
                        + ": no reconciliation has passed since it changed; run the next"
                        + " night first",
                end)));
        return reasons;
    }

    private List<String> ofMonths(List<BillingMonth> months, RetainedDays retained) {
        Set<BillingMonth> closed = new RunHistoryReader(jdbc).closedMonths();
        List<String> reasons = new ArrayList<>();
        for (BillingMonth month : months) {
            if (!closed.contains(month)) {
                reasons.add("open " + month + ": the month is not closed; run billing close --month " + month);
            }
            if (!retained.areAfter(month)) {
                reasons.add("window " + month + ": details from " + retained.first()
                        + " on stay, which are the late window and a month before it");
            }
        }
        return reasons;
    }

    private List<String> holds(BillingMonth before) {
        List<String> holds = new OpenCellReader(jdbc)
                .notAcknowledgedUpTo(before.firstDay().minusDays(1)).stream()
                        .map(OpenCell::key)
                        .filter(cell -> !FINDINGS.contains(cell.reason()))
                        .map(cell -> "holds " + cell.day() + " " + cell.workspace() + ": held for " + cell.reason()
                                + "; resolve it, or acknowledge it with billing holds ack")
                        .distinct()
                        .toList();
        return listed(holds);
    }

    /** Returns the periods to be delivered; those of days and of months sort as texts. */
    private List<String> deliveries(BillingMonth before) {
        return listed(jdbc.query(
                "SELECT DISTINCT period FROM delivery_due WHERE period < ? ORDER BY period",
                (row, n) -> "deliveries " + row.getString("period")
                        + ": its files are not delivered since it changed; run billing deliver",
                before.toString()));
    }

    private List<String> runs() {
        Set<Long> unfinished = new TreeSet<>(UnfinishedRuns.ofRating(jdbc).all());
        unfinished.addAll(UnfinishedRuns.ofSettling(jdbc).all());
        List<String> reasons = new ArrayList<>();
        for (long run : unfinished) {
            reasons.addAll(jdbc.query(
                    "SELECT job_name, period FROM run WHERE run_id = ?",
                    (row, n) -> "runs " + row.getString("period") + ": a run of " + row.getString("job_name")
                            + " did not finish; give the same command again",
                    run));
        }
        return listed(reasons.stream().distinct().toList());
    }

    private static List<String> listed(List<String> reasons) {
        if (reasons.size() <= LISTED) {
            return reasons;
        }
        List<String> some = new ArrayList<>(reasons.subList(0, LISTED));
        some.add("... and " + (reasons.size() - LISTED) + " more of "
                + reasons.get(0).substring(0, reasons.get(0).indexOf(' ')));
        return some;
    }
}
