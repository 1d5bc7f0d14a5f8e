package io.billingcenter.samples;

import static io.billingcenter.samples.SlipHistory.CLOSED;
import static io.billingcenter.samples.SlipHistory.DAY;
import static io.billingcenter.samples.SlipHistory.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.BillingProcess.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One slip of each kind on the embedded database; those of cron and of a kill are processes of their own. */
class SlipsTest {

    /** Of a process that SIGKILL has ended. */
    private static final int KILLED = 137;

    @TempDir
    private static Path folder;

    private static SlipHistory history;

    @BeforeAll
    static void runTheCleanNights() throws Exception {
        history = SlipHistory.make(Databases.HSQLDB, folder, Workplace::billing);
    }

    @BeforeEach
    void takeBack() throws Exception {
        history.takeBack();
    }

    static Stream<Arguments> slips() {
        return Slips.all().entrySet().stream().map(slip -> Arguments.of(slip.getKey(), slip.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void movesNoMoney(String name, Slips.Slip slip) throws Exception {
        slip.happens(history);
    }

    /**
     * Without a locale, names that are not ASCII cannot be decoded. A file with such a name is billed by hand, then cron
     * runs the next night.
     */
    @Test
    @Timeout(240)
    void environmentOfCronMovesNoMoney() throws Exception {
        FileNames.moveToChineseName(history.file("ws-crane-a", SlipHistory.BEFORE, ".ndjson"));
        history.arrive(DAY);
        assertStatus(0, night(DAY, "LC_ALL=C.UTF-8"));
        history.hasMoneyOf(DAY);
        history.arrive(NEXT);
        BillingProcess cron = night(NEXT, "");
        assertStatus(2, cron);
        assertThat(cron.console()).contains("ws-crane-a");
        history.hasMoneyOf(NEXT);
        assertStatus(0, night(NEXT, "LC_ALL=C.UTF-8"));
        history.hasMoneyOf(NEXT);
    }

    private static BillingProcess night(LocalDate day, String variable) throws IOException {
        String script = "exec env -i PATH=/usr/bin:/bin HOME=\"$HOME\" " + variable + " \"$@\"";
        return BillingProcess.startBy(script, Program.ofTests(), history.place(), "nightly", "--day", day.toString());
    }

    private static void assertStatus(int status, BillingProcess process) throws Exception {
        assertThat(process.end()).as(process.console()).isEqualTo(status);
    }

    /** A night that is killed while it posts, then the close. */
    @Test
    @Timeout(120)
    void killBeforeTheCloseMovesNoMoney() throws Exception {
        history.arrive(DAY);
        history.done(history.night(DAY));
        history.arrive(NEXT);
        BillingProcess night =
                BillingProcess.start(Program.ofTests(), history.place(), "nightly", "--day", NEXT.toString());
        while (!night.steps().contains("postFees") && night.process().isAlive()) {
            Thread.sleep(5);
        }
        night.kill();
        assertThat(night.process().exitValue()).as(night.console()).isEqualTo(KILLED);
        Slips.refusesHalfANight(history);
        history.done(history.night(NEXT));
        history.done(history.close());
        history.hasMoneyOf(CLOSED);
    }
}
