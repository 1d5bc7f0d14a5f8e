package io.billingcenter.benchmarks.comparison;

/**
 * What a process took from start to end.
 *
 * @param wallMillis time on the clock, start-up included
 * @param cpuMillis time of processors, user and system; 0 where the system does not tell
 * @param peakKilobytes largest resident memory; 0 where the system does not tell
 */
record ProcessUsage(long wallMillis, long cpuMillis, long peakKilobytes) {}
