package io.billingcenter.writers.billing;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes in the transaction of a change which day's files have to be made again: table {@code delivery_due}. */
final class DuePeriods {

    private record Due(String period, String workspace) {}

    private final Set<Due> due = new LinkedHashSet<>();

    void add(BillingDay day, WorkspaceId workspace) {
        due.add(new Due(day.toString(), workspace.value()));
    }

    /** A workspace belongs to one partition, so nobody else notes the same row at the same time. */
    void store(JdbcTemplate jdbc) {
        if (!due.isEmpty()) {
            var rows = due.stream()
                    .map(entry -> new Object[] {entry.period(), entry.workspace()})
                    .toList();
            jdbc.batchUpdate("DELETE FROM delivery_due WHERE period = ? AND workspace_id = ?", rows);
            jdbc.batchUpdate("INSERT INTO delivery_due (period, workspace_id) VALUES (?, ?)", rows);
        }
    }
}
