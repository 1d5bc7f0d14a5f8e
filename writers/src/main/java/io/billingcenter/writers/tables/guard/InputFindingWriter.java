package io.billingcenter.writers.tables.guard;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.guard.InputFinding;
import io.billingcenter.domain.guard.InputFindingKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.ShortText;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.guard.InputFindingTable;
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

/** Writes table {@code input_finding}: a row is there as long as the input is not as expected, and keeps the run that found it first. */
public final class InputFindingWriter {

    private static final String STORED =
            InputFindingTable.TABLE.select() + " WHERE billing_day >= ? AND billing_day <= ?";

    private static final BillingDay BEFORE_ALL_DAYS = new BillingDay(LocalDate.of(1900, 1, 1));

    /** The key of a row. */
    private record Key(WorkspaceDay day, InputFindingKind kind, String subject) {

        static Key of(InputFinding finding) {
            return new Key(finding.workspaceDay(), finding.kind(), finding.subject());
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
     * Stores the present findings about workspace-days in place of earlier ones.
     *
     * @param kinds the kinds that were searched for; rows of others stay
     * @param days the workspace-days that were checked; those without findings lose their rows
     */
    public void replace(Set<InputFindingKind> kinds, Collection<WorkspaceDay> days, List<InputFinding> findings) {
        if (days.isEmpty()) {
            return;
        }
        Set<WorkspaceDay> checked = new HashSet<>(days);
        List<BillingDay> dates = checked.stream().map(WorkspaceDay::day).toList();
        replace(kinds, Collections.min(dates), Collections.max(dates), key -> checked.contains(key.day()), findings);
    }

    /**
     * Stores the present findings about whole workspace-days in place of all earlier ones.
     *
     * @param last the last day that was checked
     * @param keeps the workspaces that were not checked; their rows stay
     */
    public void replaceWholeDays(
            InputFindingKind kind, BillingDay last, Predicate<WorkspaceId> keeps, List<InputFinding> findings) {
        replace(
                Set.of(kind),
                BEFORE_ALL_DAYS,
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
        Map<Key, InputFinding> before = stored(kinds, first, last);
        List<TableRow> inserted = new ArrayList<>();
        List<TableRow> changed = new ArrayList<>();
        Set<Key> now = new HashSet<>();
        for (InputFinding finding : findings) {
            Key key = Key.of(finding);
            // A file may be named by several findings of a kind; the first one counts.
            if (!now.add(key)) {
                continue;
            }
            InputFinding known = before.get(key);
            if (known == null) {
                inserted.add(InputFindingTable.row(finding, runId));
            } else if (!known.detail().equals(ShortText.of(finding.detail()))) {
                changed.add(InputFindingTable.row(finding, runId));
            }
        }
        List<TableRow> gone = before.entrySet().stream()
                .filter(known -> replaced.test(known.getKey()) && !now.contains(known.getKey()))
                .map(known -> InputFindingTable.row(known.getValue(), runId))
                .toList();
        InputFindingTable.TABLE.delete(jdbc, InputFindingTable.KEY, gone);
        // The run that found it first stays, so only the detail changes.
        InputFindingTable.TABLE.update(jdbc, List.of(InputFindingTable.DETAIL), InputFindingTable.KEY, changed);
        InputFindingTable.TABLE.insert(jdbc, inserted);
    }

    private Map<Key, InputFinding> stored(Set<InputFindingKind> kinds, BillingDay first, BillingDay last) {
        Map<Key, InputFinding> stored = new HashMap<>();
        jdbc.query(
                STORED,
                row -> {
                    InputFinding finding = InputFindingTable.finding(row);
                    if (kinds.contains(finding.kind())) {
                        stored.put(Key.of(finding), finding);
                    }
                },
                first.date(),
                last.date());
        return stored;
    }
}
