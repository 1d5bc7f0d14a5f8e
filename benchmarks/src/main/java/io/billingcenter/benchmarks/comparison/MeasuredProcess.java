package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a process and measures it from outside, by the same means for every program. On Linux its peak memory is the
 * kernel's high-water mark (VmHWM), polled until the end. Its processor time is the time that the kernel adds to this
 * process for the ended child, so there can be only one child at a time. Other systems report only the time.
 */
final class MeasuredProcess {

    private static final int LOOK_EVERY_MILLIS = 10;
    private static final String PEAK = "VmHWM:";

    private MeasuredProcess() {}

    /**
     * Runs the command to its end.
     *
     * @param folder working folder of the process
     * @param logName file in that folder for the output
     * @throws FailedProcessException if it ends with an exit status other than 0
     */
    static ProcessUsage run(List<String> command, Map<String, String> environment, Path folder, String logName)
            throws IOException, InterruptedException {
        return run(command, environment, folder, logName, new CpuTimeline());
    }

    /** Runs the command and adds the processor time that it had used at many moments to a timeline. */
    static ProcessUsage run(
            List<String> command, Map<String, String> environment, Path folder, String logName, CpuTimeline timeline)
            throws IOException, InterruptedException {
        Path log = folder.resolve(logName);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(log.toFile()));
        builder.environment().putAll(environment);
        long cpuBefore = ProcessTimes.ofSelf().ofChildren();
        long start = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakKilobytes(process.pid()));
            timeline.add(
                    System.currentTimeMillis(), ProcessTimes.of(process.pid()).own());
        }
        long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (process.exitValue() != 0) {
            throw new FailedProcessException(command, process.exitValue(), Files.readString(log, UTF_8));
        }
        return new ProcessUsage(wall, ProcessTimes.ofSelf().ofChildren() - cpuBefore, peak);
    }

    private static long peakKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status"), UTF_8).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            // There is no such file, or the process ended while it was read.
            return 0;
        }
    }
}
