package io.billingcenter.benchmarks.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Writes deterministic traffic of a chosen size with the reference files that bill it. The same options give the same
 * bytes, however many threads write them. A file is streamed by one thread, which holds about 1 MB of it.
 */
public final class TrafficGenerator {

    private static final byte[] HEADER =
            "record_id,time,workspace_id,kind,subject,entity,count,bytes,seconds".getBytes(US_ASCII);
    private static final String COMPLETE = ".complete";
    private static final int NAME_DIGITS = 4;
    private static final long BYTES_OF_A_RECORD = 122;

    private final TrafficPlan plan;
    private final int threads;

    /**
     * Creates a generator for these options.
     *
     * @param threads number of files written at once
     * @throws IllegalArgumentException if options are out of range
     */
    public TrafficGenerator(TrafficOptions options, int threads) {
        this.plan = options.plan();
        this.threads = threads;
    }

    /** Writes the folders {@code traffic} and {@code reference} into that one, unless they exist as a whole. */
    public void writeOnce(Path to) throws IOException {
        Path complete = to.resolve(COMPLETE);
        if (Files.notExists(complete)) {
            requireSpace(Files.createDirectories(to));
            write(to);
            Files.createFile(complete);
        }
    }

    /**
     * Checks the free space, since hours of writing must not end with a full disk; compressed files need less and are
     * not checked.
     */
    private void requireSpace(Path to) throws IOException {
        long records = plan.shares().stream().mapToLong(Long::longValue).sum();
        long needed = plan.files().packing() == Packing.CSV ? records * BYTES_OF_A_RECORD : 0;
        long free = Files.getFileStore(to).getUsableSpace();
        if (free < needed) {
            throw new IllegalArgumentException("Expected " + (needed >> 20) + " MiB of free space for the traffic in "
                    + to + ", found " + (free >> 20) + "; delete traffic of other sizes beside it");
        }
    }

    /** Writes the folders {@code traffic} and {@code reference} into that one. */
    public void write(Path to) throws IOException {
        ReferenceFiles.write(to.resolve("reference"), plan.shares().size());
        Path traffic = Files.createDirectories(to.resolve("traffic"));
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                workers.add(pool.submit(() -> {
                    writeFiles(traffic, next);
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("Expected to write traffic into " + traffic + ", found: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while traffic was written into " + traffic, e);
        } finally {
            pool.shutdownNow();
        }
    }

    /** Writes the next file, in the order of workspaces, until none is left. */
    private void writeFiles(Path traffic, AtomicInteger next) throws IOException {
        int perWorkspace = plan.files().perWorkspace();
        int all = Math.multiplyExact(plan.shares().size(), perWorkspace);
        LineBuffer lines = new LineBuffer();
        for (int file = next.getAndIncrement(); file < all; file = next.getAndIncrement()) {
            writeFile(traffic, file / perWorkspace, file % perWorkspace, lines);
        }
    }

    private void writeFile(Path traffic, int workspace, int file, LineBuffer lines) throws IOException {
        long records = plan.shares().get(workspace);
        int files = plan.files().perWorkspace();
        long from = records / files * file + Math.min(file, records % files);
        long to = from + records / files + (file < records % files ? 1 : 0);
        if (from == to) {
            return;
        }
        Path folder = Files.createDirectories(traffic.resolve(TrafficPlan.workspaceId(workspace))
                .resolve(plan.day().toString()));
        WorkspaceTraffic content = new WorkspaceTraffic(plan, workspace);
        try (OutputStream out = plan.files().packing().pack(Files.newOutputStream(folder.resolve(fileName(file))))) {
            lines.text(HEADER);
            lines.endLine(out);
            for (long number = from; number < to; number++) {
                content.append(lines, number);
                lines.endLine(out);
            }
            lines.flush(out);
        }
    }

    private String fileName(int file) {
        String digits = Integer.toString(file);
        return "traffic-" + "0".repeat(Math.max(0, NAME_DIGITS - digits.length())) + digits
                + plan.files().packing().ending();
    }
}
