package io.billingcenter.benchmarks.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteringTerms;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.FastTrafficReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Runs the suite's reader without de-duplication and distinct counts, in a JVM of its own that writes the sums into a
 * CSV file: the counterpart of DuckDB with {@code --deduplication none}. The product has no such option, so this
 * program has no database, job or restart; every record is validated all the same.
 */
public final class SumsProgram {

    private static final int BILLING_ZONE_HOURS = 8;
    /**
     * A small heap, since nothing is kept, and a later optimization than Java's default, though not as late as in the
     * suite, which runs longer.
     */
    private static final List<String> JAVA_OPTIONS = List.of(
            "-Xmx16m",
            "-Xss256k",
            "-Xshare:auto",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-XX:ReservedCodeCacheSize=16m",
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=8000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private final Path data;
    private final Path work;
    private final BillingDay day;
    private final int threads;

    SumsProgram(Path data, Path work, BillingDay day, int threads) {
        this.data = data;
        this.work = work;
        this.day = day;
        this.threads = threads;
    }

    /** Sums up the day. */
    ProcessUsage meter() throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        line.addAll(JAVA_OPTIONS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), SumsProgram.class.getName()));
        line.addAll(List.of(data.resolve("traffic").toString(), day.toString(), result().toString()));
        line.add(Integer.toString(threads));
        return MeasuredProcess.run(line, Map.of(), work, "sums.log");
    }

    /** Returns the sums of the last run. */
    List<MeasureRow> rows() throws IOException {
        try (Stream<String> lines = Files.lines(result(), UTF_8)) {
            return lines.map(MeasureRow::parse).toList();
        }
    }

    private Path result() {
        return work.resolve("sums-measures.csv");
    }

    /** Runs with these arguments: folder of the traffic, day, file for the result, threads. */
    public static void main(String... arguments) throws IOException, InterruptedException {
        BillingDay day = BillingDay.parse(arguments[1]);
        Queue<Path> workspaces = new ConcurrentLinkedQueue<>();
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            folders.sorted().forEach(workspaces::add);
        }
        Queue<String> rows = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, Integer.parseInt(arguments[3]))
                .mapToObj(number -> new Thread(() -> sum(workspaces, day, rows), "sums-" + number))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        Files.write(Path.of(arguments[2]), rows, UTF_8);
    }

    private static void sum(Queue<Path> workspaces, BillingDay day, Queue<String> rows) {
        FastTrafficReader reader = FastTrafficReader.ofSumsOnly();
        MeteringTerms terms = new MeteringTerms(
                day.in(ZoneOffset.ofHours(BILLING_ZONE_HOURS)),
                StorageType.ES,
                false,
                RetentionPolicies.NONE,
                OversizeRule.FLOOR_1024,
                true);
        for (Path folder = workspaces.poll(); folder != null; folder = workspaces.poll()) {
            WorkspaceDay workspaceDay = new WorkspaceDay(new WorkspaceId(String.valueOf(folder.getFileName())), day);
            try (Stream<Path> files = Files.list(folder.resolve(day.toString()))) {
                reader.read(workspaceDay, files.sorted().toList(), terms, rejection -> {
                            throw new IllegalStateException("Expected no rejection, found " + rejection);
                        })
                        .measures()
                        .forEach((tier, quantity) -> rows.add(new MeasureRow(
                                        workspaceDay.workspace().value(),
                                        tier.measure().code(),
                                        tier.retentionDays(),
                                        quantity)
                                .toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
