package io.billingcenter.writers.tables.reconciliation;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number of the run under which control totals are stored that no job has written, or that are written after its seal. */
public final class UnsealedRun {

    private UnsealedRun() {}

    /** Returns a number of a run above all that are sealed, and not above that of any run that will seal. */
    public static long number(JdbcTemplate jdbc) {
        Set<Long> sealed = new TreeSet<>(Set.of(-1L));
        sealed.addAll(
                jdbc.query("SELECT run_id FROM gate_passed WHERE gate = 'seal'", (row, number) -> row.getLong(1)));
        sealed.addAll(jdbc.query("SELECT COALESCE(MAX(run_id), -1) FROM run_seal", (row, number) -> row.getLong(1)));
        return sealed.stream().mapToLong(Long::longValue).max().orElse(-1) + 1;
    }
}
