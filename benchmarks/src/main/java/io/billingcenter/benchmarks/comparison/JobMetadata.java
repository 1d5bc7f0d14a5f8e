package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * The share of a run that is spent on the tables of Spring Batch, measured in the run itself. Spring Batch reports
 * every chunk, and every item read, processed and written in it, to the flight recorder. The end of a chunk, after the
 * last of these, is the work of the job repository: its statements, and waiting for the database. The commit comes
 * after the chunk and belongs to the measures, which need it anyway. The few calls that begin and end a step are not
 * included.
 *
 * @param rows rows in the tables of Spring Batch after the run
 * @param chunks chunks begun
 * @param inChunks time of all threads in chunks
 * @param inMetadata the part of it after the work
 * @param wall duration of the run
 */
record JobMetadata(long rows, long chunks, Duration inChunks, Duration inMetadata, Duration wall, int threads) {

    private static final String EVENTS = "org.springframework.batch.core.observability.jfr.events.step.chunk.";
    private static final String CHUNK = EVENTS + "ChunkTransactionEvent";
    private static final List<String> WORK =
            List.of(EVENTS + "ItemReadEvent", EVENTS + "ItemProcessEvent", EVENTS + "ChunkWriteEvent");

    /** The time of one chunk. */
    record ChunkTime(long thread, Instant start, Instant end) {

        /**
         * Returns how long it lasted after the last of these ends within it; its whole duration if none is within it.
         */
        Duration after(NavigableSet<Instant> ends) {
            Instant last = ends.floor(end);
            return Duration.between(last == null || last.isBefore(start) ? start : last, end);
        }
    }

    /** Returns the settings of the flight recorder: only these events, without stack traces. */
    static String recorderSettings() {
        String events = Stream.concat(Stream.of(CHUNK), WORK.stream())
                .map(event -> "  <event name=\"" + event + "\">\n    <setting name=\"enabled\">true</setting>\n"
                        + "    <setting name=\"stackTrace\">false</setting>\n  </event>\n")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">\n" + events
                + "</configuration>\n";
    }

    /** Evaluates a run. */
    static JobMetadata of(Path recording, ProcessUsage usage, int threads, MeteredDatabase database)
            throws IOException, SQLException {
        List<ChunkTime> chunks = new ArrayList<>();
        Map<Long, NavigableSet<Instant>> endsOfWork = new HashMap<>();
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String name = event.getEventType().getName();
                if (name.equals(CHUNK)) {
                    chunks.add(new ChunkTime(threadOf(event), event.getStartTime(), event.getEndTime()));
                } else if (WORK.contains(name)) {
                    endsOfWork
                            .computeIfAbsent(threadOf(event), any -> new TreeSet<>())
                            .add(event.getEndTime());
                }
            }
        }
        if (chunks.isEmpty()) {
            throw new IllegalStateException("Expected chunks in " + recording + ", found none");
        }
        Duration inChunks = Duration.ZERO;
        Duration inMetadata = Duration.ZERO;
        for (ChunkTime chunk : chunks) {
            inChunks = inChunks.plus(Duration.between(chunk.start(), chunk.end()));
            inMetadata = inMetadata.plus(chunk.after(endsOfWork.getOrDefault(chunk.thread(), new TreeSet<>())));
        }
        return new JobMetadata(
                database.batchRows(),
                chunks.size(),
                inChunks,
                inMetadata,
                Duration.ofMillis(usage.wallMillis()),
                threads);
    }

    Report report() {
        long metadataMillis = inMetadata.toMillis() / threads;
        String share = percent(metadataMillis, wall.toMillis());
        String text = "Job metadata, in one more run: " + Figures.count(rows) + " rows in the tables of Spring Batch, "
                + Figures.count(chunks) + " chunks; " + inMetadata.toMillis() + " ms of " + inChunks.toMillis()
                + " ms in chunks, " + threads + " thread(s); " + metadataMillis + " ms of " + wall.toMillis()
                + " ms on the clock, " + share + "\n";
        return new Report(
                text,
                List.of(new Finding(
                        "job metadata, ms of the run",
                        Figures.count(metadataMillis),
                        Figures.count(wall.toMillis()),
                        share)));
    }

    private static long threadOf(RecordedEvent event) {
        return event.getThread().getJavaThreadId();
    }

    private static String percent(long part, long whole) {
        return Figures.tenths(part * 1_000 / Math.max(1, whole)) + " %";
    }
}
