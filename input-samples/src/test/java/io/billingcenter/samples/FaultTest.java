package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.billingcenter.samples.BillingProcess.Program;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What breaks around a run: the disk is full, a folder cannot be written, the database goes away, the same command is
 * given twice. Each time a person is told in a sentence what to do, and the same command, given when the cause is gone,
 * ends with the rows and bytes of a run that nothing happened to.
 */
@Tag("long")
@Timeout(600)
class FaultTest {

    /** A limit of the size of every file that the program writes stands for a disk that is full at that moment. */
    private static final String SMALL_FILES = "ulimit -f %d; exec \"$@\"";

    /** Root may write everywhere, unless it lets go of that. */
    private static final String NOT_ALMIGHTY =
            "test \"$(id -u)\" -ne 0 && exec \"$@\"; exec setpriv --bounding-set=-all --inh-caps=-all \"$@\"";

    private static final String GO_ON = "no partial results were kept. Fix the cause and run the same command again";
    private static final CrashStory.Chapter NIGHT = new CrashStory().chapters().get(0);

    @TempDir
    private static Path calm;

    private static Workplace undisturbed;

    @TempDir
    private Path folder;

    /** In blocks of 512 bytes: while tables are made, and in the middle of the night. */
    @ParameterizedTest
    @ValueSource(ints = {40, 400})
    void fullDiskUnderTheEmbeddedDatabase(int blocks) throws Exception {
        Workplace place = place(Databases.HSQLDB.address(folder));
        BillingProcess run = startBy(String.format(SMALL_FILES, blocks), place);
        assertThat(run.end()).as(run.console()).isEqualTo(5);
        assertThat(run.console())
                .contains("Expected to read and write the database at " + folder.resolve("db/billing"))
                .contains("Free space on its disk", GO_ON)
                .doesNotContain("\tat ");
        heals(place);
    }

    /** The last thing that is written is the file of the tables, when the database is closed. */
    @Test
    void fullDiskWhenTheEmbeddedDatabaseIsClosed() throws Exception {
        Workplace place = place(Databases.HSQLDB.address(folder));
        BillingProcess run = startBy(String.format(SMALL_FILES, 2_040), place);
        assertThat(run.end()).as(run.console()).isIn(0, 2, 5);
        heals(place);
    }

    /** The log cannot be written either, of which its library tells in its own way. */
    @Test
    void fullDiskUnderTheFinanceFiles() throws Exception {
        Workplace place = place(Databases.POSTGRESQL.address(folder));
        BillingProcess run = startBy(String.format(SMALL_FILES, 30), place);
        assertThat(run.end()).as(run.console()).isEqualTo(5);
        assertThat(run.console())
                .contains("Expected to write the files of 2026-10-14 into " + place.out(), "nothing was published")
                .contains("Free space on the disk", GO_ON);
        assertThat(place.out().resolve("2026-10-14/r1")).doesNotExist();
        heals(place);
    }

    @Test
    void folderOfTheDayThatCannotBeWritten() throws Exception {
        Workplace place = place(Databases.HSQLDB.address(folder));
        Path day = Files.createDirectories(place.out().resolve("2026-10-14"));
        Files.setPosixFilePermissions(day, PosixFilePermissions.fromString("r-xr-xr-x"));
        BillingProcess run = startUnprivileged(place);
        assertThat(run.end()).as(run.console()).isEqualTo(5);
        assertThat(run.console())
                .contains("Expected to write the files of 2026-10-14 into " + day, "AccessDeniedException", GO_ON)
                .doesNotContain("\tat ");
        Files.setPosixFilePermissions(day, PosixFilePermissions.fromString("rwxr-xr-x"));
        heals(place);
    }

    @Test
    void folderOfTheFilesThatCannotBeWritten() throws Exception {
        Workplace place = place(Databases.HSQLDB.address(folder));
        Path out = Files.createDirectories(place.out());
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("r-xr-xr-x"));
        BillingProcess run = startUnprivileged(place);
        assertThat(run.end()).as(run.console()).isEqualTo(1);
        assertThat(run.console()).contains("Expected to write files into " + out, "cannot be written", "--out");
        Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
        heals(place);
    }

    @Test
    void folderOfTheDatabaseThatCannotBeWritten() throws Exception {
        Workplace place = place(Databases.HSQLDB.address(folder));
        Path db = Files.createDirectories(folder.resolve("db"));
        Files.setPosixFilePermissions(db, PosixFilePermissions.fromString("r-xr-xr-x"));
        BillingProcess run = startUnprivileged(place);
        assertThat(run.end()).as(run.console()).isEqualTo(1);
        assertThat(run.console()).contains("Expected to open or create the database at " + db, "with --db");
        Files.setPosixFilePermissions(db, PosixFilePermissions.fromString("rwxr-xr-x"));
        heals(place);
    }

    /** The server ends in the middle of a step, as when it is shut down, and comes back later. */
    @ParameterizedTest
    @ValueSource(strings = {"meterTraffic", "settleBills"})
    void serverThatIsStoppedInTheMiddle(String step) throws Exception {
        int port = freePort();
        EmbeddedPostgres server = server(port);
        Workplace place = place(server.getJdbcUrl("postgres", "postgres"));
        BillingProcess run = startNight(place);
        awaitStep(run, step);
        server.close();
        assertThat(run.end()).as(run.console()).isEqualTo(5);
        assertThat(run.console())
                .contains("Expected ", "jdbc:postgresql:", GO_ON)
                .doesNotContain("\tat ");
        Workplace.Answer early = place.billing(NIGHT.words());
        assertThat(early.text()).contains("Expected a server at jdbc:postgresql:", "Start it");
        assertThat(early.status()).isEqualTo(5);
        try (EmbeddedPostgres again = server(port)) {
            assertThat(again.getPort()).isEqualTo(port);
            heals(place);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"meterTraffic", "rateUsage", "settleBills"})
    void connectionsThatAreCut(String step) throws Exception {
        try (EmbeddedPostgres server = server(freePort())) {
            Workplace place = place(server.getJdbcUrl("postgres", "postgres"));
            BillingProcess run = startNight(place);
            awaitStep(run, step);
            cutAll(server);
            assertThat(run.end()).as(run.console()).isEqualTo(5);
            assertThat(run.console())
                    .contains("Expected ", "jdbc:postgresql:", GO_ON)
                    .doesNotContain("\tat ");
            heals(place);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSecondOfTwoStartsIsToldOfTheFirst(Databases database) throws Exception {
        Workplace place = place(database.address(folder));
        BillingProcess first = startNight(place);
        awaitStep(first, "meterTraffic");
        signal(first, "STOP");
        Workplace.Answer second = place.billing(NIGHT.words());
        signal(first, "CONT");
        assertThat(second.text())
                .contains("another run", "Nothing was done", "Try again later")
                .doesNotContain("\tat ");
        assertThat(second.status()).isEqualTo(75);
        assertThat(first.end()).as(first.console()).isIn(0, 2);
        heals(place);
    }

    private static void heals(Workplace place) throws Exception {
        Workplace.Answer answer = place.billing(NIGHT.words());
        assertThat(answer.status()).as(answer.text()).isIn(0, 2);
        assertThat(CrashLife.differences(undisturbed(), place)).isEmpty();
    }

    private static synchronized Workplace undisturbed() throws IOException {
        if (undisturbed == null) {
            Workplace place = new Workplace(calm, Databases.HSQLDB.address(calm));
            NIGHT.arrival().at(place);
            Workplace.Answer answer = place.billing(NIGHT.words());
            assertThat(answer.status()).as(answer.text()).isIn(0, 2);
            undisturbed = place;
        }
        return undisturbed;
    }

    private Workplace place(String db) throws IOException {
        Workplace place = new Workplace(folder, db);
        NIGHT.arrival().at(place);
        return place;
    }

    private static BillingProcess startNight(Workplace place) throws IOException {
        return BillingProcess.start(Program.ofTests(), place, NIGHT.words());
    }

    private static BillingProcess startBy(String script, Workplace place) throws IOException {
        return BillingProcess.startBy(script, Program.ofTests(), place, NIGHT.words());
    }

    private static BillingProcess startUnprivileged(Workplace place) throws IOException, InterruptedException {
        Process probe = new ProcessBuilder("sh", "-c", NOT_ALMIGHTY, "sh", "true").start();
        assumeTrue(probe.waitFor() == 0, "root cannot let go of its powers here");
        return startBy(NOT_ALMIGHTY, place);
    }

    private static void awaitStep(BillingProcess run, String step) throws Exception {
        while (!run.steps().contains(step)) {
            assertThat(run.process().isAlive()).as(run.console()).isTrue();
            Thread.sleep(2);
        }
    }

    private static void signal(BillingProcess run, String signal) throws Exception {
        String pid = Long.toString(run.process().pid());
        assertThat(new ProcessBuilder("kill", "-" + signal, pid).start().waitFor())
                .isZero();
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("server"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static void cutAll(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'postgres'");
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
