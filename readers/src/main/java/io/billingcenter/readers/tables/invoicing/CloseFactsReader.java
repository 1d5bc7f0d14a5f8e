package io.billingcenter.readers.tables.invoicing;

import io.billingcenter.domain.invoicing.CloseFacts;
import io.billingcenter.domain.invoicing.SilentWorkspaces;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the facts against closing a month. Days of closed months are over; their holds do not count again.
 */
public final class CloseFactsReader {

    private static final String CLOSED =
            "SELECT billing_month FROM closed_month UNION SELECT billing_month FROM month_closed_outside";

    private static final String POSTED =
            "SELECT 1 FROM posting WHERE posted_day >= ? AND posted_day < ? FETCH FIRST 1 ROWS ONLY";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public CloseFactsReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the facts of a month. */
    public CloseFacts read(BillingMonth month, SilentWorkspaces.Limit limit) {
        Set<BillingMonth> closed =
                new HashSet<>(jdbc.query(CLOSED, (row, number) -> BillingMonth.parse(row.getString(1))));
        BillingDay last = month.endExclusive().minusDays(1);
        UnknownCells cells = new UnknownCells(jdbc, last, day -> !closed.contains(day.month()));
        return new CloseFacts(
                month,
                new NightRuns(jdbc).from(month),
                cells.cells(),
                new SilentWorkspacesReader(jdbc).of(cells.silent()),
                limit,
                openMonths(month, closed));
    }

    /** Returns whether the month is closed. */
    public boolean isClosed(BillingMonth month) {
        return !jdbc.query(
                        "SELECT 1 FROM closed_month WHERE billing_month = ?",
                        (row, number) -> row.getInt(1),
                        month.toString())
                .isEmpty();
    }

    private List<BillingMonth> openMonths(BillingMonth month, Set<BillingMonth> closed) {
        LocalDate first = jdbc.queryForObject("SELECT MIN(posted_day) FROM posting", LocalDate.class);
        List<BillingMonth> open = new ArrayList<>();
        if (first == null) {
            return open;
        }
        BillingMonth earlier = new BillingDay(first).month();
        while (earlier.compareTo(month) < 0) {
            if (!closed.contains(earlier) && hasPostings(earlier)) {
                open.add(earlier);
            }
            earlier = earlier.endExclusive().month();
        }
        return open;
    }

    private boolean hasPostings(BillingMonth month) {
        return !jdbc.query(
                        POSTED,
                        (row, number) -> row.getInt(1),
                        month.firstDay().date(),
                        month.endExclusive().date())
                .isEmpty();
    }
}
