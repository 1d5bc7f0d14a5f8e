package io.billingcenter.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that shows: it looks every millisecond here, and every look at the clock takes some seconds. */
@Timeout(30)
class ProgressDisplayTest {

    private static final int LOOKS = 20;
    private static final Instant START = Instant.parse("2026-10-16T01:00:00Z");

    private final StringWriter terminal = new StringWriter();
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final List<String> logFile = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong(500);
    private final AtomicLong records = new AtomicLong(100);
    private final PacedClock clock = new PacedClock();
    private final CountDownLatch looks = new CountDownLatch(LOOKS);

    @Test
    void drawsABarUntilItIsClosed() throws InterruptedException {
        ProgressDisplay display = show(onTerminal(), Duration.ofSeconds(2), this::moreBytes);
        display.close();
        assertThat(display.isAlive()).isFalse();
        assertThat(terminal.toString())
                .startsWith("\r[")
                .contains(" of 1.0 MB", " records/s", " left\u001B[K")
                .endsWith("\u001B[K" + ProgressOutput.ERASE_LINE)
                .doesNotContain("\n");
    }

    @Test
    void writesALineAMinuteWithoutATerminal() throws InterruptedException {
        show(inLog(), Duration.ofSeconds(30), this::moreBytes).close();
        long minutes = Duration.between(START, clock.last).toMinutes();
        assertThat((long) log.size()).isBetween(minutes - 1, minutes + 1);
        assertThat(log.get(0)).startsWith("Read so far: 0 %, 200 B of 1.0 MB, ");
        assertThat(log.get(log.size() - 1)).matches("Read \\S+ k?B and 7 records in .* s: 0 records/s");
        assertThat(logFile).isEmpty();
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void writesTheLineAMinuteIntoTheFileWhenThereIsATerminal() throws InterruptedException {
        show(onTerminal(), Duration.ofSeconds(30), this::moreBytes).close();
        assertThat(logFile).first().asString().startsWith("Read so far: ");
        assertThat(log).hasSize(1).first().asString().startsWith("Read ");
    }

    @Test
    void keepsTheConsoleFreeOfAShortRun() throws InterruptedException {
        show(inLog(), Duration.ZERO, this::moreBytes).close();
        assertThat(log).isEmpty();
        assertThat(logFile).hasSize(1).first().asString().matches("Read \\S+ k?B and 7 records in 0.0 s");
    }

    @Test
    void aFailureEndsTheShowingAndNothingElse() throws InterruptedException {
        AtomicLong asked = new AtomicLong();
        ProgressDisplay display = show(onTerminal(), Duration.ofSeconds(2), () -> {
            looks.countDown();
            if (asked.incrementAndGet() == LOOKS) {
                throw new IllegalStateException("on purpose");
            }
            return 0;
        });
        display.close();
        assertThat(display.isAlive()).isFalse();
        assertThat(terminal.toString()).endsWith(ProgressOutput.ERASE_LINE);
        assertThat(logFile).hasSize(1);
    }

    private ProgressOutput onTerminal() {
        return new ProgressOutput(new PrintWriter(terminal), log::add, logFile::add);
    }

    private ProgressOutput inLog() {
        return new ProgressOutput(null, log::add, logFile::add);
    }

    private long moreBytes() {
        looks.countDown();
        return bytes.addAndGet(100);
    }

    /** Shows until the bytes were looked at often enough. */
    private ProgressDisplay show(ProgressOutput output, Duration pace, LongSupplier bytesRead)
            throws InterruptedException {
        clock.pace = pace;
        ProgressDisplay display = new ProgressDisplay(
                new ProgressDisplay.Counters(bytesRead, records::get, () -> 1_000_000),
                output,
                clock,
                Duration.ofMillis(1));
        records.addAndGet(7);
        display.start();
        assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
        return display;
    }

    /** Goes on by the pace whenever it is looked at. */
    private static final class PacedClock extends Clock {

        private volatile Duration pace = Duration.ZERO;
        private volatile Instant last = START;

        @Override
        public synchronized Instant instant() {
            last = last.plus(pace);
            return last;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
