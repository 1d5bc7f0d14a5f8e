package io.billingcenter.jobs.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * Results of a run that only its summary needs, in memory. They are those of the last run that added any; nothing is computed
 * from them.
 *
 * @param <T> type of a result
 */
public abstract class RunResults<T> {

    private final List<T> results = new ArrayList<>();
    private long runOfResults = -1;

    /** No results yet. */
    protected RunResults() {}

    /** Adds a result of a run. */
    public final synchronized void add(long runId, T result) {
        if (runId != runOfResults) {
            results.clear();
            runOfResults = runId;
        }
        results.add(result);
    }

    /** Returns the results of a run, in the order in which they were added. */
    public final synchronized List<T> of(long runId) {
        return runId == runOfResults ? List.copyOf(results) : List.of();
    }
}
