package io.billingcenter.samples;

import static io.billingcenter.samples.SlipHistory.CLOSED;
import static io.billingcenter.samples.SlipHistory.DAY;
import static io.billingcenter.samples.SlipHistory.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.BillingProcess.Program;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Without a locale, names of files that are not ASCII cannot be decoded: their records were billed by hand before. */
    @Test
    @Timeout(120)
    void environmentOfCronMovesNoMoney() throws Exception {
        Path plain = history.file("ws-crane-a", SlipHistory.BEFORE, ".ndjson");
        history.arrive(DAY);
        Path named = Files.move(plain, plain.resolveSibling("日志-01.ndjson"));
        history.done(history.night(DAY));
        history.hasMoneyOf(DAY);

        history.arrive(NEXT);
        BillingProcess cron = BillingProcess.startBy(
                "exec env -i PATH=/usr/bin:/bin HOME=\"$HOME\" \"$@\"",
                Program.ofTests().with("-Dsun.jnu.encoding=ANSI_X3.4-1968"),
                history.place(),
                "nightly",
                "--day",
                NEXT.toString());
        assertThat(cron.end()).as(cron.console()).isEqualTo(2);
        assertThat(cron.console()).contains("ws-crane-a");
        history.hasMoneyOf(NEXT);

        assertThat(named).exists();
        history.done(history.night(NEXT));
        history.hasMoneyOf(NEXT);
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
        assertThat(night.steps()).contains("postCharges").doesNotContain("publish");
        Slips.refusesHalfANight(history);
        history.done(history.night(NEXT));
        history.done(history.close());
        history.hasMoneyOf(CLOSED);
    }
}
