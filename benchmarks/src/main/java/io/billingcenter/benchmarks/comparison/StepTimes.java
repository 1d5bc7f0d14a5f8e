package io.billingcenter.benchmarks.comparison;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The times of the steps of a run, from the tables of Spring Batch.
 *
 * @param steps the times by step, in the order in which the steps began
 */
record StepTimes(Map<String, StepTime> steps) {

    // Partitions are steps, too; they are part of the one that they are named after.
    private static final String STEPS = """
            SELECT STEP_NAME, START_TIME, END_TIME FROM BATCH_STEP_EXECUTION
            WHERE JOB_EXECUTION_ID = (SELECT MAX(JOB_EXECUTION_ID) FROM BATCH_JOB_EXECUTION)
                AND STEP_NAME NOT LIKE '%:%' AND END_TIME IS NOT NULL
            ORDER BY STEP_EXECUTION_ID""";

    /** The elapsed time and the processor time of the program in a step, in milliseconds. */
    record StepTime(long wallMillis, long cpuMillis) {}

    /** Reads the steps of the last job of a database. */
    static StepTimes read(Connection connection, CpuTimeline timeline) throws SQLException {
        Map<String, StepTime> steps = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STEPS)) {
            while (row.next()) {
                long from = row.getTimestamp(2).getTime();
                long to = row.getTimestamp(3).getTime();
                steps.put(row.getString(1), new StepTime(to - from, timeline.between(from, to)));
            }
        }
        return new StepTimes(steps);
    }

    /** Returns the elapsed time of a step; 0 if there was none of that name. */
    long wallMillis(String step) {
        StepTime time = steps.get(step);
        return time == null ? 0 : time.wallMillis();
    }

    /** Returns the processor time of the program in a step; 0 if there was none of that name. */
    long cpuMillis(String step) {
        StepTime time = steps.get(step);
        return time == null ? 0 : time.cpuMillis();
    }

    /** Returns the elapsed time of all steps together. */
    long wallMillis() {
        return steps.values().stream().mapToLong(StepTime::wallMillis).sum();
    }

    /** Returns the processor time of the program in all steps together. */
    long cpuMillis() {
        return steps.values().stream().mapToLong(StepTime::cpuMillis).sum();
    }
}
