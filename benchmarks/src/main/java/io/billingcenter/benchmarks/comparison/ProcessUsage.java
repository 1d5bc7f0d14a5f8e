package io.billingcenter.benchmarks.comparison;

/**
 * The resources that a process used from start to end.
 *
 * @param wallMillis elapsed time in milliseconds, including start-up
 * @param cpuMillis processor time in milliseconds, user and system; 0 if the system does not report it
 * @param peakKilobytes largest resident memory in kB; 0 if the system does not report it
 */
record ProcessUsage(long wallMillis, long cpuMillis, long peakKilobytes) {}
