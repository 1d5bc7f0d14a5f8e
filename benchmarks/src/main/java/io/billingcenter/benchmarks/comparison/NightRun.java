package io.billingcenter.benchmarks.comparison;

/**
 * A night of one side.
 *
 * @param usage the resources of its process
 * @param serverMillis processor time of the database server meanwhile; 0 without one, or if it is not known
 * @param steps times of its steps; none of DuckDB
 */
record NightRun(ProcessUsage usage, long serverMillis, StepTimes steps) {

    /** Returns the elapsed time of the process. */
    long wallMillis() {
        return usage.wallMillis();
    }

    /** Returns the processor time of the program and the server. */
    long cpuMillis() {
        return usage.cpuMillis() + serverMillis;
    }
}
