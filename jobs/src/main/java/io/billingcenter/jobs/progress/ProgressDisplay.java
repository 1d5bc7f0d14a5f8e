package io.billingcenter.jobs.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows the progress of reading until it is closed, in a thread of its own: a bar on a terminal, a line a minute in the log,
 * and a last line with the totals. A failure here is logged and ends the display, but not the run.
 */
public final class ProgressDisplay implements AutoCloseable {

    /**
     * Counters that change while the display reads them.
     *
     * @param bytes read so far
     * @param records read so far
     * @param totalBytes that will be read, as far as is known
     */
    public record Counters(LongSupplier bytes, LongSupplier records, LongSupplier totalBytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(ProgressDisplay.class);
    private static final Duration BETWEEN_BARS = Duration.ofMillis(250);
    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);
    private static final long LONGEST_WAIT_MILLIS = 1_000;

    private final Counters counters;
    private final ProgressEstimator estimator = new ProgressEstimator();
    private final ProgressOutput output;
    private final Clock clock;
    private final Duration betweenBars;
    private final long bytesBefore;
    private final long recordsBefore;
    private final Instant start;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::show, "progress");
    private Instant lastLine;

    ProgressDisplay(Counters counters, ProgressOutput output, Clock clock, Duration betweenBars) {
        this.counters = counters;
        this.output = output;
        this.clock = clock;
        this.betweenBars = betweenBars;
        this.bytesBefore = counters.bytes().getAsLong();
        this.recordsBefore = counters.records().getAsLong();
        this.start = clock.instant();
        this.lastLine = start;
        thread.setDaemon(true);
    }

    /**
     * Starts to show the progress of reading.
     *
     * @param counters totals of reading; their values at the start are left out
     * @param clock measures the speed
     */
    public static ProgressDisplay start(Counters counters, ProgressOutput output, Clock clock) {
        ProgressDisplay display = new ProgressDisplay(counters, output, clock, BETWEEN_BARS);
        display.start();
        return display;
    }

    void start() {
        thread.start();
    }

    /** Returns whether the thread is alive. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends the display and logs the totals; also to the console when reading took a minute. */
    @Override
    public void close() {
        closed.countDown();
        try {
            // A suspended terminal accepts no output; the run must not wait for it.
            thread.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration elapsed = Duration.between(start, clock.instant());
        String summary = "Read " + Progress.summary(bytes(), records(), elapsed);
        if (elapsed.compareTo(BETWEEN_LINES) < 0) {
            output.note(summary);
        } else {
            output.log(summary);
        }
    }

    private void show() {
        try {
            estimator.at(start, 0, counters.totalBytes().getAsLong(), 0);
            while (!closed.await(betweenBars.toMillis(), TimeUnit.MILLISECONDS)) {
                show(clock.instant());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("How far the run is cannot be shown any more: {}", e.toString());
        }
        output.erase();
    }

    private void show(Instant now) {
        Progress progress = estimator.at(now, bytes(), counters.totalBytes().getAsLong(), records());
        if (output.isTerminal()) {
            output.draw(progress.bar());
        }
        if (now.isBefore(lastLine)) {
            lastLine = now;
        }
        if (Duration.between(lastLine, now).compareTo(BETWEEN_LINES) >= 0) {
            lastLine = now;
            line("Read so far: " + progress.line());
        }
    }

    /** Logs the progress; a terminal has the bar instead. */
    private void line(String text) {
        if (output.isTerminal()) {
            output.note(text);
        } else {
            output.log(text);
        }
    }

    private long bytes() {
        return counters.bytes().getAsLong() - bytesBefore;
    }

    private long records() {
        return counters.records().getAsLong() - recordsBefore;
    }
}
