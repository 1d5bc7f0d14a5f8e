package io.billingcenter.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Traffic files that go, break, come back and are withdrawn, between nights: what is missing moves no money, and after the
 * right action the money is that of a history in which the files were always as they are in the end.
 */
class MissingFilesTest {

    private static final String DAY = "2026-10-15";
    private static final String SECOND = "2026-10-16";
    private static final String THIRD = "2026-10-17";
    private static final String FOURTH = "2026-10-18";
    private static final int WORKSPACES = 9;
    private static final int RECORDS = 60;

    private static final int GONE = 0;
    private static final int REARRANGED = 1;
    private static final int CUT = 2;
    private static final int EMPTIED_ROWS = 3;
    private static final int EMPTIED_FOLDER = 4;
    private static final int ARCHIVED = 5;
    private static final int HEADER_ONLY = 6;
    private static final int CUT_FROM_THE_START = 7;
    private static final int UNDECODABLE = 8;

    @TempDir
    private Path folder;

    private final Traffic traffic = new Traffic(DAY);

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whatIsMissingMovesNoMoney(Databases database) throws Exception {
        Workplace place = place("place", database, WORKSPACES);
        firstNight(place);
        Map<String, BigDecimal> posted = postings(place);
        slips(place);

        String second = run(place, 2, "nightly", "--day", SECOND);
        assertThat(findings(place))
                .containsExactly(
                        "ws-0 vanished b.csv",
                        "ws-2 unreadable a.csv.gz",
                        "ws-3 unreadable rows.ndjson",
                        "ws-4 vanished a.csv",
                        "ws-4 vanished b.csv",
                        "ws-8 unreadable %C8%D5.csv");
        assertThat(second)
                .contains("ws-0/" + DAY + "/b.csv", "until then these wait: c.csv")
                .contains("billing rerun --day " + DAY + " --workspace ws-4 --withdrawn")
                .contains("ws-2/" + DAY + "/a.csv.gz: Expected a file that can be decompressed to its end");
        assertOnlyOfWorkspaces(posted, postings(place), HEADER_ONLY, CUT_FROM_THE_START);
        assertThat(sumOf(postings(place), HEADER_ONLY)).isEqualByComparingTo("0");

        int readings = readings(place);
        Map<String, BigDecimal> before = postings(place);
        assertThat(run(place, 2, "nightly", "--day", SECOND))
                .contains("ws-0/" + DAY + "/b.csv: ", "ws-3/" + DAY + "/rows.ndjson: ");
        assertThat(readings(place)).as("the same is not read every night").isEqualTo(readings);

        retention(place);
        run(place, 2, "nightly", "--day", THIRD);
        assertThat(findings(place)).hasSize(6);
        assertThat(postings(place))
                .as("other terms do not count what is missing")
                .isEqualTo(before);
        run(place, 2, "rerun", "--day", DAY, "--posted-day", THIRD);
        assertThat(postings(place)).as("nor does reading it again").isEqualTo(before);
        run(place, 0, "verify");

        rightActions(place);
        assertThat(run(place, 0, "nightly", "--day", FOURTH)).contains("holds        none");
        assertThat(findings(place)).isEmpty();
        assertThat(postings(place)).isNotEmpty().isEqualTo(postings(cleanHistory(database)));
        run(place, 0, "verify");
        run(place, 0, "reconcile", "--day", DAY);
    }

    private void firstNight(Workplace place) throws Exception {
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            file(place, workspace, "a.csv", 0, RECORDS);
            file(place, workspace, "b.csv", RECORDS, 2 * RECORDS);
        }
        pack(place, CUT, "a.csv");
        rows(place, "420000");
        pack(place, CUT_FROM_THE_START, "b.csv");
        cut(path(place, CUT_FROM_THE_START, "b.csv.gz"));
        Process shell = new ProcessBuilder("sh", "-c", "mv b.csv \"$(printf '\\310\\325').csv\"")
                .directory(traffic.folder(place, UNDECODABLE).toFile())
                .start();
        assumeTrue(shell.waitFor() == 0, "a shell and a file system that take any bytes as a name");
        assertThat(run(place, 2, "nightly", "--day", DAY))
                .contains("19 files")
                .contains("ws-7/" + DAY + "/b.csv.gz: Expected a file that can be decompressed to its end")
                .contains("ws-8/" + DAY + "/%C8%D5.csv: Expected a name that can be decoded");
        assertThat(findings(place)).containsExactly("ws-7 unreadable b.csv.gz", "ws-8 unreadable %C8%D5.csv");
    }

    private void slips(Workplace place) throws IOException {
        Files.move(path(place, GONE, "b.csv"), folder.resolve("b.csv"));
        file(place, GONE, "c.csv", 2 * RECORDS, 2 * RECORDS + 1);
        pack(place, REARRANGED, "a.csv");
        file(place, REARRANGED, "c.csv", RECORDS, RECORDS + 10);
        file(place, REARRANGED, "d.csv", RECORDS + 10, 2 * RECORDS);
        Files.delete(path(place, REARRANGED, "b.csv"));
        cut(path(place, CUT, "a.csv.gz"));
        Files.write(path(place, EMPTIED_ROWS, "rows.ndjson"), new byte[0]);
        Files.delete(path(place, EMPTIED_FOLDER, "a.csv"));
        Files.delete(path(place, EMPTIED_FOLDER, "b.csv"));
        Files.delete(path(place, ARCHIVED, "a.csv"));
        Files.delete(path(place, ARCHIVED, "b.csv"));
        Files.delete(traffic.folder(place, ARCHIVED));
        for (String name : List.of("a.csv", "b.csv")) {
            Files.writeString(path(place, HEADER_ONLY, name), Traffic.HEADER);
        }
        Files.delete(path(place, CUT_FROM_THE_START, "b.csv.gz"));
        file(place, CUT_FROM_THE_START, "b.csv", RECORDS, 2 * RECORDS);
        pack(place, CUT_FROM_THE_START, "b.csv");
    }

    private void rightActions(Workplace place) throws Exception {
        Files.move(folder.resolve("b.csv"), path(place, GONE, "b.csv"));
        Files.delete(path(place, CUT, "a.csv.gz"));
        file(place, CUT, "a.csv", 0, RECORDS);
        pack(place, CUT, "a.csv");
        rows(place, "420000");
        assertThat(run(place, 1, "rerun", "--day", DAY, "--withdrawn"))
                .contains("Expected --workspace with --withdrawn");
        assertThat(run(place, 1, "rerun", "--day", DAY, "--workspace", "ws-5", "--withdrawn"))
                .contains("an archived folder withdraws nothing");
        run(place, 2, "rerun", "--day", DAY, "--workspace", "ws-4", "--withdrawn", "--posted-day", THIRD);
        new ProcessBuilder("sh", "-c", "mv \"$(printf '\\310\\325').csv\" b.csv")
                .directory(traffic.folder(place, UNDECODABLE).toFile())
                .start()
                .waitFor();
    }

    /** The same nights with the files as they are in the end, and as they were before they were archived. */
    private Workplace cleanHistory(Databases database) throws IOException {
        Workplace clean = place("clean", database, WORKSPACES);
        retention(clean);
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            if (workspace == EMPTIED_FOLDER || workspace == HEADER_ONLY) {
                continue;
            }
            file(clean, workspace, "a.csv", 0, RECORDS);
            file(clean, workspace, "b.csv", RECORDS, 2 * RECORDS);
        }
        file(clean, GONE, "c.csv", 2 * RECORDS, 2 * RECORDS + 1);
        rows(clean, "420000");
        run(clean, 0, "nightly", "--day", FOURTH);
        return clean;
    }

    @Test
    void aStoreThatIsNotMountedStopsTheNightBeforeAnythingIsWritten() throws IOException {
        Workplace place = place("place", Databases.HSQLDB, 3);
        days(place, 15, 22);
        run(place, 0, "nightly", "--day", "2026-10-21");
        Map<String, BigDecimal> posted = postings(place);
        Path away = folder.resolve("mounted");
        Files.move(place.traffic(), away);
        Files.createDirectories(place.traffic());

        String stopped = run(place, 4, "nightly", "--day", "2026-10-22");
        assertThat(stopped)
                .contains(
                        "store_empty", "found none of any charged workspace, though 3 had files on each of the 7 days")
                .contains("is the store mounted?", "--accept-empty");
        assertThat(postings(place)).isEqualTo(posted);
        assertThat(place.out().resolve("2026-10-22")).doesNotExist();
        assertThat(run(place, 4, "nightly", "--day", "2026-10-23", "--accept-empty"))
                .as("the consent is of its own day")
                .contains("the missed night 2026-10-22 did not end well");

        Files.delete(place.traffic());
        Files.move(away, place.traffic());
        run(place, 0, "nightly", "--day", "2026-10-22");
        Workplace clean = place("clean", Databases.HSQLDB, 3);
        days(clean, 15, 22);
        run(clean, 0, "nightly", "--day", "2026-10-22");
        assertThat(postings(place)).isEqualTo(postings(clean));

        assertThat(run(place, 4, "nightly", "--day", "2026-10-23")).contains("store_empty");
        run(place, 0, "nightly", "--day", "2026-10-23", "--accept-empty", "--reason", "all plants closed");
        assertThat(jdbc(place).queryForList("SELECT subject || ' ' || reason FROM consent", String.class))
                .containsExactly("2026-10-23 all plants closed");
        run(place, 0, "nightly", "--day", "2026-10-23");
        // The store is there again as far as anybody can see; that its workspaces are silent is something to look at.
        run(place, 2, "nightly", "--day", "2026-10-24");
        run(place, 0, "rerun", "--day", "2026-10-20", "--posted-day", "2026-10-24");
    }

    /** With 1 MiB for its tables the workspace-day is read in slices, and what they amount to together does not count. */
    @Test
    void aDayReadInSlicesStaysAsItIs() throws IOException {
        Workplace place = place("place", Databases.HSQLDB, 1);
        String memory = "billing.metering.table-memory-mb=1";
        file(place, 0, "a.csv", 0, 20_000);
        file(place, 0, "b.csv", 20_000, 30_000);
        run(place, 0, "nightly", "--day", DAY, "--set", memory);
        Map<String, BigDecimal> posted = postings(place);
        Files.delete(path(place, 0, "b.csv"));
        file(place, 0, "c.csv", 30_000, 30_100);
        Files.writeString(path(place, 0, "d.csv"), "no header\n");
        assertThat(run(place, 2, "nightly", "--day", SECOND, "--set", memory)).contains("until then these wait: c.csv");
        assertThat(findings(place)).containsExactly("ws-0 unreadable d.csv", "ws-0 vanished b.csv");
        assertThat(postings(place)).isEqualTo(posted);
        run(place, 0, "verify");
        Files.delete(path(place, 0, "c.csv"));
        Files.delete(path(place, 0, "d.csv"));
        file(place, 0, "b.csv", 20_000, 30_000);
        run(place, 0, "nightly", "--day", SECOND, "--set", memory);
        assertThat(findings(place)).isEmpty();
        assertThat(postings(place)).isEqualTo(posted);
        run(place, 0, "verify");
    }

    @Test
    void aDatabaseThatNeverSawAFileIsToldOf() throws IOException {
        Workplace place = place("place", Databases.HSQLDB, 1);
        Files.createDirectories(place.traffic());
        assertThat(run(place, 2, "nightly", "--day", DAY))
                .contains("nothing was ever read: wrong day or wrong folder?");
    }

    private void days(Workplace place, int first, int last) throws IOException {
        for (int day = first; day <= last; day++) {
            Traffic ofDay = new Traffic("2026-10-" + day);
            for (int workspace = 0; workspace < 3; workspace++) {
                ofDay.writeFile(place, workspace, ofDay.records(workspace, 20));
            }
        }
    }

    private static void retention(Workplace place) throws IOException {
        Files.writeString(place.reference().resolve("retention_policies.csv"), """
                workspace_id,data,subject,days,effective_at
                ws-0,metric,,30,2026-01-01T00:00:00Z
                ws-4,log,,60,2026-01-01T00:00:00Z
                """);
    }

    private void file(Workplace place, int workspace, String name, int from, int to) throws IOException {
        List<String> records = traffic.records(workspace, to).subList(from, to);
        Path path = path(place, workspace, name);
        Files.writeString(path, Traffic.HEADER + String.join("", records));
    }

    private Path path(Workplace place, int workspace, String name) throws IOException {
        return traffic.folder(place, workspace).resolve(name);
    }

    /** Compresses a file in place and removes the plain one. */
    private void pack(Workplace place, int workspace, String name) throws IOException {
        Path plain = path(place, workspace, name);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(plain));
        }
        Files.write(path(place, workspace, name + ".gz"), packed.toByteArray());
        Files.delete(plain);
    }

    private static void cut(Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
    }

    private void rows(Workplace place, String number) throws IOException {
        Path path = path(place, EMPTIED_ROWS, "rows.ndjson");
        Files.writeString(
                path,
                "{\"time\":1792029600000,\"__docid\":\"m-1\",\"workspaceUUID\":\"ws-3\",\"project\":\"logging\",\"hour_count\":\""
                        + number + "\"}\n",
                UTF_8);
        Files.setLastModifiedTime(path, FileTime.fromMillis(1_792_100_000_000L));
    }

    private Workplace place(String name, Databases database, int workspaces) throws IOException {
        Path root = Files.createDirectories(folder.resolve(name));
        Workplace place = new Workplace(root, database.address(root));
        traffic.writeReference(place, workspaces);
        return place;
    }

    private static String run(Workplace place, int status, String... command) {
        // Withdrawing a file is much beside the few amounts of these days; the change guard has tests of its own.
        List<String> words = new ArrayList<>(List.of(command));
        if (command[0].equals("nightly") || command[0].equals("rerun")) {
            words.addAll(List.of("--set", "billing.guard.mode=report"));
        }
        Workplace.Answer answer = place.billing(words.toArray(String[]::new));
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }

    private static List<String> findings(Workplace place) {
        return jdbc(place)
                .queryForList(
                        "SELECT workspace_id || ' ' || finding || ' ' || subject FROM input_finding"
                                + " ORDER BY workspace_id, finding, subject",
                        String.class);
    }

    private static int readings(Workplace place) {
        List<Integer> runs = jdbc(place)
                .queryForList(
                        "SELECT run_id FROM day_reading UNION ALL SELECT run_id FROM reading_attempt ORDER BY 1",
                        Integer.class);
        return runs.hashCode();
    }

    private static void assertOnlyOfWorkspaces(
            Map<String, BigDecimal> before, Map<String, BigDecimal> after, Integer... changed) {
        for (int workspace = 0; workspace < WORKSPACES; workspace++) {
            if (!List.of(changed).contains(workspace)) {
                assertThat(sumOf(after, workspace)).isEqualByComparingTo(sumOf(before, workspace));
            }
        }
        assertThat(sumOf(after, CUT_FROM_THE_START)).isGreaterThan(sumOf(before, CUT_FROM_THE_START));
    }

    private static BigDecimal sumOf(Map<String, BigDecimal> postings, int workspace) {
        return postings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("ws-" + workspace + " "))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The sum of all postings of each line. */
    private static Map<String, BigDecimal> postings(Workplace place) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        jdbc(place).query("SELECT * FROM posting", row -> {
            amounts.merge(
                    row.getString("workspace_id") + " " + row.getString("billing_day") + " " + row.getString("meter")
                            + " " + row.getInt("retention_days"),
                    row.getBigDecimal("amount"),
                    BigDecimal::add);
        });
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private static JdbcTemplate jdbc(Workplace place) {
        String address = place.db();
        return address.startsWith("jdbc:")
                ? new JdbcTemplate(new DriverManagerDataSource(address))
                : new JdbcTemplate(
                        new DriverManagerDataSource("jdbc:hsqldb:file:" + address + ";shutdown=true", "SA", ""));
    }
}
