package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.figures.Figures;
import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What part of a run goes into the tables of Spring Batch, seen in the run itself: Spring Batch tells the flight recorder
 * of every chunk and of what happens in it. The time of a chunk that is neither reading nor processing nor writing goes
 * into the job repository, or into waiting for the database there; a little of it is the machinery of the step, so the
 * share is an upper bound for chunks. Calls that begin and end a step, a few for each, are not seen; the commit belongs
 * to the measures, which need it anyway.
 *
 * @param rows rows in the tables of Spring Batch after the run
 * @param chunks chunks begun
 * @param inChunks time of all threads in chunks
 * @param inMetadata the part of it that is not work
 * @param wall the run from start to end
 */
record JobMetadata(long rows, long chunks, Duration inChunks, Duration inMetadata, Duration wall, int threads) {

    private static final String EVENTS = "org.springframework.batch.core.observability.jfr.events.step.chunk.";
    private static final String CHUNK = EVENTS + "ChunkTransactionEvent";
    private static final List<String> WORK =
            List.of(EVENTS + "ItemReadEvent", EVENTS + "ItemProcessEvent", EVENTS + "ChunkWriteEvent");

    /** The settings of the flight recorder: nothing but these events, without their stack traces. */
    static String recorderSettings() {
        String events = Stream.concat(Stream.of(CHUNK), WORK.stream())
                .map(event -> "  <event name=\"" + event + "\">\n    <setting name=\"enabled\">true</setting>\n"
                        + "    <setting name=\"stackTrace\">false</setting>\n  </event>\n")
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<configuration version=\"2.0\">\n" + events
                + "</configuration>\n";
    }

    /** What a run came to. */
    static JobMetadata of(Path recording, ProcessUsage usage, int threads, MeteredDatabase database)
            throws IOException, SQLException {
        Map<String, Duration> times = new HashMap<>();
        long chunks = 0;
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                String name = event.getEventType().getName();
                times.merge(name, event.getDuration(), Duration::plus);
                chunks += name.equals(CHUNK) ? 1 : 0;
            }
        }
        if (chunks == 0) {
            throw new IllegalStateException("Expected chunks in " + recording + ", found none");
        }
        Duration inChunks = times.getOrDefault(CHUNK, Duration.ZERO);
        Duration inWork = WORK.stream()
                .map(event -> times.getOrDefault(event, Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return new JobMetadata(
                database.batchRows(),
                chunks,
                inChunks,
                inChunks.minus(inWork),
                Duration.ofMillis(usage.wallMillis()),
                threads);
    }

    Report report() {
        long metadataMillis = inMetadata.toMillis() / threads;
        String share = percent(metadataMillis, wall.toMillis());
        String text = "Job metadata, in one more run: " + Figures.count(rows) + " rows in the tables of Spring Batch, "
                + Figures.count(chunks) + " chunks; " + inMetadata.toMillis() + " ms of " + inChunks.toMillis()
                + " ms in chunks, " + threads + " thread(s); " + metadataMillis + " ms of " + wall.toMillis()
                + " ms on the clock, at most " + share + "\n";
        return new Report(
                text,
                List.of(new Finding(
                        "job metadata at most, ms of the run",
                        Figures.count(metadataMillis),
                        Figures.count(wall.toMillis()),
                        share)));
    }

    private static String percent(long part, long whole) {
        return Figures.tenths(part * 1_000 / Math.max(1, whole)) + " %";
    }
}
