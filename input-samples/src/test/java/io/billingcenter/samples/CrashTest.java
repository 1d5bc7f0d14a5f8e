package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.BillingProcess.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Ends a process of its own at seeded instants of the nightly run, without a word (kill -9) and with one (SIGTERM), gives
 * the same command again, and compares every delivered byte with a run that nobody disturbed.
 */
class CrashTest {

    private static final long SEED = 6;
    private static final String DAY = "2026-10-15";
    private static final int WORKSPACES = 30;
    private static final int RECORDS = 6_000;
    private static final int TERMINATED = 143;
    private static final int BUSY = 75;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aKilledRunIsGoneOnWithAndGivesTheSameBytes(Databases database) throws Exception {
        Workplace undisturbed = place("undisturbed", Databases.HSQLDB);
        assertThat(undisturbed.billing("nightly", "--day", DAY).status()).isZero();

        Workplace killed = place("killed", database);
        Random instants = new Random(SEED);
        for (int kill = 0; kill < 3; kill++) {
            Process process = start(killed);
            process.waitFor(1_200 + instants.nextInt(3_500), TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
        }
        assertThat(finish(killed)).isZero();
        assertThat(delivered(killed)).usingRecursiveComparison().isEqualTo(delivered(undisturbed));
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aStoppedRunEndsCleanlyAndIsGoneOnWith(Databases database) throws Exception {
        Workplace stopped = place("stopped", database);
        Process process = start(stopped);
        boolean ended = process.waitFor(2_500, TimeUnit.MILLISECONDS);
        process.destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isIn(ended ? List.of(0) : List.of(TERMINATED, 0));
        assertThat(finish(stopped)).isZero();
        assertThat(delivered(stopped)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    void aStoppedRunEndsWithTheStatusOfItsSignalAndSaysWhatToDo(String signal, int status) throws Exception {
        Workplace place = place("signal", Databases.HSQLDB);
        BillingProcess run = BillingProcess.start(Program.ofTests(), place, "nightly", "--day", DAY);
        while (!run.steps().contains("meterTraffic")) {
            assertThat(run.process().isAlive()).as(run.console()).isTrue();
            Thread.sleep(2);
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(run.process().pid()))
                .start()
                .waitFor();
        assertThat(run.end()).as(run.console()).isEqualTo(status);
        assertThat(run.console()).contains("the same command resumes").doesNotContain("\tat ");
        assertThat(place.billing("nightly", "--day", DAY).status()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void twoRunsAtOnceDoNotMeet(Databases database) throws Exception {
        Workplace place = place("twice", database);
        Process first = start(place);
        Process second = start(place);
        first.waitFor();
        second.waitFor();
        assertThat(List.of(first.exitValue(), second.exitValue())).contains(0).isSubsetOf(0, BUSY);
        assertThat(finish(place)).isZero();
    }

    private int finish(Workplace place) throws Exception {
        Process process = start(place);
        process.waitFor();
        return process.exitValue();
    }

    private Process start(Workplace place) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-Dbilling.home=" + Workplace.HOME,
                "-cp",
                System.getProperty("java.class.path"),
                "io.billingcenter.jobs.cli.BillingCommand"));
        // Small chunks, and so little memory that workspace-days are read in slices: more instants to be killed at.
        command.addAll(List.of(place.withFolders(
                "nightly",
                "--day",
                DAY,
                "--set",
                "billing.metering.chunk-size=2",
                "--set",
                "billing.metering.table-memory-mb=1")));
        File log = folder.resolve("process.log").toFile();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private Workplace place(String name, Databases database) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, database.address(root));
        Traffic traffic = new Traffic(DAY);
        traffic.writeReference(place, WORKSPACES);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            traffic.writeFile(place, workspace, traffic.records(workspace, RECORDS));
        }
        return place;
    }

    private static Map<String, byte[]> delivered(Workplace place) throws IOException {
        return new TreeMap<>(place.delivered());
    }
}
