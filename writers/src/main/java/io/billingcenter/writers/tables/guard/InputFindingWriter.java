package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code input_finding}: a row is there as long as the input is not as expected, and keeps the run that found it first. */
public final class InputFindingWriter {

    private static final int LONGEST_DETAIL = 4_000;

    /** The key of a row. */
    private record Key(WorkspaceDay day, String kind, String subject) {

        static Key of(InputFinding finding) {
            return new Key(finding.workspaceDay(), finding.kind().code(), finding.subject());
        }
    }

    private final JdbcTemplate jdbc;
    private final long runId;

    /** Writes for that run, in the transaction of the caller. */
    public InputFindingWriter(JdbcTemplate jdbc, long runId) {
        this.jdbc = jdbc;
        this.runId = runId;
    }

    /**
     * Stores what is found of workspace-days now, in place of what was found of them before.
     *
     * @param kinds the kinds that were looked for; rows of others stay
     * @param days the workspace-days that were looked at; those of which nothing is found lose their rows
     */
    public void replace(Set<InputFindingKind> kinds, Collection<WorkspaceDay> days, List<InputFinding> findings) {
        if (days.isEmpty()) {
            return;
        }
        Set<WorkspaceDay> lookedAt = new HashSet<>(days);
        List<BillingDay> dates = lookedAt.stream().map(WorkspaceDay::day).toList();
        replace(kinds, Collections.min(dates), Collections.max(dates), key -> lookedAt.contains(key.day()), findings);
    }

    /**
     * Stores what is found of whole workspace-days now, in place of all that was found of whole workspace-days before.
     *
     * @param last the last day that was looked at
     * @param keeps the workspaces of which nothing new is known; their rows stay
     */
    public void replaceWholeDays(
            InputFindingKind kind, BillingDay last, Predicate<WorkspaceId> keeps, List<InputFinding> findings) {
        replace(
                Set.of(kind),
                new BillingDay(LocalDate.of(1900, 1, 1)),
                last,
                key -> key.subject().isEmpty() && !keeps.test(key.day().workspace()),
                findings);
    }

    private void replace(
            Set<InputFindingKind> kinds,
            BillingDay first,
            BillingDay last,
            Predicate<Key> replaced,
            List<InputFinding> findings) {
        Map<Key, String> before = stored(kinds, first, last);
        List<Object[]> inserted = new ArrayList<>();
        List<Object[]> changed = new ArrayList<>();
        Set<Key> now = new HashSet<>();
        for (InputFinding finding : findings) {
            Key key = Key.of(finding);
            String detail = shortened(finding.detail());
            if (!now.add(key)) {
                continue;
            }
            String known = before.get(key);
            if (known == null) {
                inserted.add(row(key, detail, runId));
            } else if (!known.equals(detail)) {
                changed.add(changedRow(detail, key));
            }
        }
        List<Object[]> gone = before.keySet().stream()
                .filter(key -> replaced.test(key) && !now.contains(key))
                .map(key -> row(key))
                .toList();
        batch(
                "DELETE FROM input_finding WHERE workspace_id = ? AND billing_day = ? AND finding = ? AND subject = ?",
                gone);
        batch(
                "UPDATE input_finding SET detail = ? WHERE workspace_id = ? AND billing_day = ? AND finding = ?"
                        + " AND subject = ?",
                changed);
        batch(
                "INSERT INTO input_finding (workspace_id, billing_day, finding, subject, detail, run_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                inserted);
    }

    private Map<Key, String> stored(Set<InputFindingKind> kinds, BillingDay first, BillingDay last) {
        Map<Key, String> stored = new HashMap<>();
        jdbc.query(
                "SELECT workspace_id, billing_day, finding, subject, detail FROM input_finding"
                        + " WHERE billing_day >= ? AND billing_day <= ?",
                row -> {
                    String kind = row.getString("finding");
                    if (kinds.stream().anyMatch(wanted -> wanted.code().equals(kind))) {
                        WorkspaceDay day = new WorkspaceDay(
                                new WorkspaceId(row.getString("workspace_id")),
                                new BillingDay(row.getObject("billing_day", LocalDate.class)));
                        stored.put(new Key(day, kind, row.getString("subject")), row.getString("detail"));
                    }
                },
                first.date(),
                last.date());
        return stored;
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }

    private static Object[] row(Key key, Object... more) {
        List<Object> row = new ArrayList<>(
                List.of(key.day().workspace().value(), key.day().day().date(), key.kind(), key.subject()));
        row.addAll(List.of(more));
        return row.toArray();
    }

    private static Object[] changedRow(String detail, Key key) {
        List<Object> row = new ArrayList<>(List.of(detail));
        row.addAll(List.of(row(key)));
        return row.toArray();
    }

    private static String shortened(String detail) {
        return detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
    }
}
