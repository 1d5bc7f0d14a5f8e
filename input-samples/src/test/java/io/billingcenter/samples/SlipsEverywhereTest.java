package io.billingcenter.samples;

import static io.billingcenter.samples.SlipHistory.DAY;
import static io.billingcenter.samples.SlipHistory.NEXT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The slips on a server, and through the launcher as cron starts it. */
@Tag("exhaustive")
class SlipsEverywhereTest {

    /** The clean nights, run once for all slips of a class. */
    private static final Map<Class<?>, SlipHistory> HISTORIES = new HashMap<>();

    @TempDir
    private static Path folder;

    private static SlipHistory history(Class<?> type, Databases database, SlipHistory.Caller caller) throws Exception {
        SlipHistory history = HISTORIES.get(type);
        if (history == null) {
            history = SlipHistory.make(database, folder.resolve(type.getSimpleName()), caller);
            HISTORIES.put(type, history);
        }
        history.takeBack();
        return history;
    }

    private static Stream<Arguments> arguments(Map<String, Slips.Slip> slips) {
        return slips.entrySet().stream().map(slip -> Arguments.of(slip.getKey(), slip.getValue()));
    }

    /** In one process on PostgreSQL. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class OnPostgres {

        Stream<Arguments> slips() {
            return arguments(Slips.all());
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("slips")
        void movesNoMoney(String name, Slips.Slip slip) throws Exception {
            slip.happens(history(OnPostgres.class, Databases.POSTGRESQL, Workplace::billing));
        }
    }

    /** Every command a process, in the environment of cron. */
    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ThroughTheLauncher {

        private SlipHistory history;

        /** The launcher would build the program, in the folders from which these tests run. */
        @BeforeAll
        void isBuilt() {
            assertThat(Workplace.HOME.resolve("jobs/target/app/billing-jobs-app.jar"))
                    .as("Build the program first, as .ci/long does: mvn package -pl jobs -am -DskipTests")
                    .exists();
        }

        @BeforeEach
        void takeBack() throws Exception {
            history = history(ThroughTheLauncher.class, Databases.HSQLDB, SlipsEverywhereTest::launch);
        }

        Stream<Arguments> slips() {
            return arguments(Slips.ofAnyTime());
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("slips")
        void movesNoMoney(String name, Slips.Slip slip) throws Exception {
            slip.happens(history);
        }

        /** The launcher sets a locale by which every name can be read. */
        @Test
        void readsAllNamesUnderCron() throws Exception {
            FileNames.moveToChineseName(history.file("ws-crane-a", SlipHistory.BEFORE, ".ndjson"));
            history.arrive(DAY);
            FileNames.moveToChineseName(history.file("ws-crane-a", DAY, ".ndjson"));
            history.done(history.night(DAY));
            history.hasMoneyOf(DAY);
            history.arrive(NEXT);
            history.done(history.night(NEXT));
            history.hasMoneyOf(NEXT);
        }
    }

    /** Runs the launcher with what cron leaves in the environment; its clock is the real one. */
    private static Workplace.Answer launch(Workplace place, Clock ignored, String... command) throws IOException {
        List<String> words =
                new ArrayList<>(List.of(Workplace.HOME.resolve("billing").toString()));
        words.addAll(List.of(place.withFolders(command)));
        words.addAll(List.of("--set", "logging.file.name=" + place.root().resolve("log/billing.log")));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().retainAll(List.of("HOME", "JAVA_HOME"));
        builder.environment().put("PATH", "/usr/bin:/bin");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Workplace.Answer(process.waitFor(), printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
