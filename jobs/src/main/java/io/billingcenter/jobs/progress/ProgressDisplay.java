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
 * Shows how far reading is until it is closed, in a thread of its own: a bar on a terminal and a line a minute in the log,
 * at last a line of what was read. What goes wrong here is noted and ends the showing, nothing else.
 */
public final class ProgressDisplay implements AutoCloseable {

    /**
     * What is looked at while others read.
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
     * Shows how far reading is from now on.
     *
     * @param counters what was read; what was read before now is left out
     * @param clock measures how fast it goes
     */
    public static ProgressDisplay start(Counters counters, ProgressOutput output, Clock clock) {
        ProgressDisplay display = new ProgressDisplay(counters, output, clock, BETWEEN_BARS);
        display.start();
        return display;
    }

    void start() {
        thread.start();
    }

    /** Whether the thread is still there. */
    boolean isAlive() {
        return thread.isAlive();
    }

    /** Ends the showing and tells what was read; on the console too when that took a minute. */
    @Override
    public void close() {
        closed.countDown();
        try {
            // A terminal that is held takes nothing; the run goes on all the same.
            thread.join(LONGEST_WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Duration elapsed = Duration.between(start, clock.instant());
        String summary = "Read " + Progress.summary(bytes(), records(), elapsed);
        if (elapsed.compareTo(BETWEEN_LINES) < 0) {
            output.note(summary);
        } else {
            output.say(summary);
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

    /** On a terminal the bar says it already. */
    private void line(String text) {
        if (output.isTerminal()) {
            output.note(text);
        } else {
            output.say(text);
        }
    }

    private long bytes() {
        return counters.bytes().getAsLong() - bytesBefore;
    }

    private long records() {
        return counters.records().getAsLong() - recordsBefore;
    }
}
