package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.BillingProcess.Program;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Credits and voidings are killed (kill -9) at seeded instants and given again: numbers have no gaps, and no request is
 * carried out twice.
 */
@Tag("exhaustive")
class CorrectionCrashTest {

    private static final long SEED = 29;
    private static final int CREDITS = 6;
    private static final int KILLS_OF_A_COMMAND = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void numbersHaveNoGapsAndNothingIsDoneTwice(Databases database) throws Exception {
        Workplace place = new Workplace(folder, database.address(folder));
        RetryStory.begin(place);
        answer(place, RetryStory.night(place, RetryStory.FIRST));
        answer(place, RetryStory.night(place, RetryStory.SECOND));
        answer(place, "close", "--month", "2026-10", "--accept", "nights", "--reason", "story");

        long undisturbed = undisturbed(place);
        Random random = new Random(SEED);
        int killed = killed(place, random, undisturbed, "void", "INV-2026-000001", "--reason", "wrong title");
        List<String> numbers = new ArrayList<>();
        for (int credit = 1; credit <= CREDITS; credit++) {
            killed += killed(
                    place,
                    random,
                    undisturbed,
                    "credit",
                    "INV-2026-000002",
                    "--lines",
                    "ws-3:log:14=0.50",
                    "--reason",
                    "r" + credit);
            numbers.add("CN-2026-00000" + credit + " " + credit + " -0.50");
        }
        killed += killed(place, random, undisturbed, "void", "INV-USD-2026-000001", "--reason", "wrong title");

        assertThat(killed).as("kills of running commands").isGreaterThanOrEqualTo(CREDITS);
        assertThat(RetryTest.rows(
                        place,
                        "SELECT invoice_number, credit_number, total FROM invoice WHERE document = 'credit_note'"
                                + " ORDER BY invoice_number"))
                .isEqualTo(numbers);
        assertThat(RetryTest.rows(
                        place, "SELECT invoice_number FROM invoice WHERE document = 'invoice' ORDER BY invoice_number"))
                .containsExactly("INV-2026-000002", "INV-2026-000003", "INV-USD-2026-000002");
        assertThat(RetryTest.rows(place, "SELECT series, last_number FROM number_series ORDER BY series"))
                .containsExactly("CN " + CREDITS, "INV 3", "INV-USD 2");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*), SUM(amount) FROM posting WHERE kind = 'credit'"))
                .containsExactly(CREDITS * 2 + " -3.00");
        assertThat(place.billing("verify").status()).isZero();
    }

    /** Returns the nanoseconds that a command takes here which finds everything done, so that kills do not depend on the machine. */
    private static long undisturbed(Workplace place) throws Exception {
        long begun = System.nanoTime();
        BillingProcess.start(Program.ofTests(), place, "close", "--month", "2026-10")
                .process()
                .waitFor();
        return System.nanoTime() - begun;
    }

    /** Kills a command some times, then lets it end; returns how often it was killed while it ran. */
    private static int killed(Workplace place, Random random, long undisturbed, String... command) throws Exception {
        int killed = 0;
        for (int kill = 0; kill < KILLS_OF_A_COMMAND; kill++) {
            BillingProcess run = BillingProcess.start(Program.ofTests(), place, command);
            if (!run.process().waitFor(undisturbed * (20 + random.nextInt(70)) / 100, TimeUnit.NANOSECONDS)) {
                run.process().destroyForcibly().waitFor();
                killed++;
            }
        }
        answer(place, command);
        return killed;
    }

    private static void answer(Workplace place, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isZero();
    }
}
