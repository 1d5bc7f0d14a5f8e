package io.billingcenter.writers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.reconciliation.Digests;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code control_total}: what was written, counted in the transaction that writes it. */
public final class ControlTotals {

    private static final String INSERT = """
            INSERT INTO control_total (stage, workspace_id, control_day, version, subject, currency, posted_day, row_count,
              quantity, amount, parts, digest, run_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Counts for that run. */
    public ControlTotals(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /** Stores the totals; the key of the table refuses to count a unit twice. */
    public void insert(List<ControlTotal> totals) {
        List<@Nullable Object[]> rows = new ArrayList<>(totals.size());
        for (ControlTotal total : totals) {
            rows.add(new @Nullable Object[] {
                total.stage().code(),
                total.workspace(),
                total.day(),
                total.version(),
                total.subject(),
                total.currency(),
                total.postedDay(),
                total.rows(),
                total.quantity(),
                total.amount(),
                total.parts(),
                Digests.sha256(total.parts()),
                runId
            });
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(INSERT, rows);
        }
    }
}
