package io.billingcenter.readers.files.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrafficFolderTest {

    @TempDir
    private Path root;

    private final List<ListedDay> found = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();

    @Test
    void listsWorkspacesThenDaysThenFilesInTheirOrder() throws IOException {
        for (String path : List.of("b/2026-11-21/z.csv", "b/2026-11-21/B.csv.gz", "b/2026-11-21/a.ndjson.zst")) {
            file(path);
        }
        file("b/2026-11-20/a.csv");
        file("B/2026-11-21/a.ndjson");
        list(day -> true);
        assertThat(found)
                .extracting(day -> day.workspaceDay() + " "
                        + day.files().stream().map(ListedFile::name).toList())
                .containsExactly(
                        "B/2026-11-21 [a.ndjson]",
                        "b/2026-11-20 [a.csv]",
                        "b/2026-11-21 [B.csv.gz, a.ndjson.zst, z.csv]");
        assertThat(ignored).isEmpty();
    }

    @Test
    void listsAnEmptyFolderOfADay() throws IOException {
        Files.createDirectories(root.resolve("w/2026-11-21"));
        list(day -> true);
        assertThat(found).containsExactly(new ListedDay(Traffic.DAY, List.of()));
    }

    @Test
    void tellsSizeAndTimeOfAFile() throws IOException {
        Path path = file("w/2026-11-21/a.csv");
        Files.write(path, new byte[7]);
        Files.setLastModifiedTime(path, FileTime.from(Instant.parse("2026-11-22T01:02:03Z")));
        list(day -> true);
        assertThat(found.get(0).files())
                .containsExactly(new ListedFile("a.csv", 7, Instant.parse("2026-11-22T01:02:03Z")));
    }

    @Test
    void reportsWhatBelongsToNoWorkspaceDay() throws IOException {
        for (String path : List.of(
                "readme.txt",
                ".hidden/2026-11-21/a.csv",
                "no workspace/2026-11-21/a.csv",
                "w/file.csv",
                "w/2026-11-31/a.csv",
                "w/2026-11-21x/a.csv",
                "w/2026-11-21/.a.csv",
                "w/2026-11-21/a.CSV",
                "w/2026-11-21/a.csv.part",
                "w/2026-11-21/a.csv.gz.zst",
                "w/2026-11-21/a.json",
                "w/2026-11-21/csv")) {
            file(path);
        }
        list(day -> true);
        assertThat(found).containsExactly(new ListedDay(Traffic.DAY, List.of()));
        assertThat(ignored)
                .containsExactly(
                        ".hidden",
                        "no workspace",
                        "readme.txt",
                        "w/2026-11-21/.a.csv",
                        "w/2026-11-21/a.CSV",
                        "w/2026-11-21/a.csv.gz.zst",
                        "w/2026-11-21/a.csv.part",
                        "w/2026-11-21/a.json",
                        "w/2026-11-21/csv",
                        "w/2026-11-21x",
                        "w/2026-11-31",
                        "w/file.csv");
    }

    @Test
    void listsInaccessibleFilesWithTheNameOfATrafficFile() throws IOException {
        Files.createDirectories(root.resolve("w/2026-11-21/folder.csv"));
        Files.createSymbolicLink(root.resolve("w/2026-11-21/link.csv.gz"), root.resolve("nowhere"));
        list(day -> true);
        assertThat(found)
                .containsExactly(new ListedDay(
                        Traffic.DAY, List.of(ListedFile.notSeen("folder.csv"), ListedFile.notSeen("link.csv.gz"))));
        assertThat(ignored).isEmpty();
    }

    /** Bytes that are neither UTF-8 nor ASCII, so that no locale of a test can decode them. */
    @Test
    void listsANameThatCannotBeDecodedByItsBytes() throws Exception {
        Path day = Files.createDirectories(root.resolve("w/2026-11-21"));
        Process shell = new ProcessBuilder(
                        "sh", "-c", "for end in -01.csv -02.csv .txt; do echo x > \"$(printf '\\310\\325')$end\"; done")
                .directory(day.toFile())
                .start();
        assumeTrue(shell.waitFor() == 0, "a shell and a file system that take any bytes as a name");
        list(any -> true);
        assertThat(found)
                .containsExactly(new ListedDay(
                        Traffic.DAY,
                        List.of(ListedFile.notSeen("%C8%D5-01.csv"), ListedFile.notSeen("%C8%D5-02.csv"))));
        assertThat(ignored).hasSize(1).allMatch(path -> path.endsWith(".txt"));
        assertThat(new TrafficFolder(root).faultOfName(Traffic.DAY, "%C8%D5-01.csv"))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .contains("found the bytes %C8%D5-01.csv")
                        .contains("LC_ALL=C.UTF-8"));
        assertThat(new TrafficFolder(root).faultOfName(Traffic.DAY, "a.csv")).isEmpty();
    }

    @Test
    void passesOverDaysThatAreNotWanted() throws IOException {
        file("w/2026-11-20/a.txt");
        file("w/2026-11-21/a.csv");
        list(BillingDay.parse("2026-11-21")::equals);
        assertThat(found).extracting(ListedDay::workspaceDay).containsExactly(Traffic.DAY);
        assertThat(ignored).isEmpty();
    }

    @Test
    void ordersNamesByTheirBytes() {
        List<String> names =
                new ArrayList<>(List.of("\ud83d\ude00.csv", "\uffee.csv", "b.csv", "a.csv.gz", "a.csv", "\u00e9.csv"));
        names.sort(DayFolder.FILE_ORDER);
        assertThat(names).containsExactly("a.csv", "a.csv.gz", "b.csv", "\u00e9.csv", "\uffee.csv", "\ud83d\ude00.csv");
    }

    @Test
    void ordersAnyNamesAsTheirUtf8BytesAre() {
        SplittableRandom random = new SplittableRandom(15);
        int[] points = {'a', 'b', '.', 0x7f, 0x80, 0x7ff, 0xd7ff, 0xe000, 0xffee, 0x10000, 0x1f600, 0x10ffff};
        for (int i = 0; i < 20_000; i++) {
            String left = name(random, points);
            String right = name(random, points);
            int byBytes = Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
            assertThat(Integer.signum(DayFolder.FILE_ORDER.compare(left, right)))
                    .as("%s and %s", left, right)
                    .isEqualTo(Integer.signum(byBytes));
        }
    }

    private static String name(SplittableRandom random, int[] points) {
        return random.ints(random.nextInt(4), 0, points.length)
                .map(at -> points[at])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Hundreds of workspaces with a few days each, files that are none, and folders that cannot be listed. */
    @Test
    void severalThreadsFindTheSameInTheSameOrder() throws IOException {
        SplittableRandom random = new SplittableRandom(15);
        for (int workspace = 0; workspace < 300; workspace++) {
            for (int day = random.nextInt(4); day > 0; day--) {
                String name = List.of("a.csv", "b.csv.gz", "c.txt").get(random.nextInt(3));
                file("ws-" + workspace + "/2026-11-" + (10 + random.nextInt(20)) + "/" + name);
            }
        }
        file("no workspace/2026-11-21/a.csv");
        file("ws-7/not-a-day");
        FileAccess refusing = new RefusingAccess(path -> !path.equals(root.getFileName()) && path.hashCode() % 10 == 0);
        List<String> alone = findings(refusing, 1);
        assertThat(alone).hasSizeGreaterThan(300).anyMatch(finding -> finding.startsWith("unlisted ws-"));
        for (int threads = 2; threads <= 5; threads++) {
            assertThat(findings(refusing, threads)).isEqualTo(alone);
        }
    }

    @Test
    void aFailureOfAThreadIsThatOfTheWalk() throws IOException {
        for (int workspace = 0; workspace < 100; workspace++) {
            file("ws-" + workspace + "/2026-11-21/a.csv");
        }
        FileAccess broken = new RefusingAccess(path -> {
            if (path.endsWith("ws-99")) {
                throw new IllegalStateException("broken");
            }
            return false;
        });
        assertThatThrownBy(() -> findings(broken, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    /** The disk, on which some folders may not be listed. */
    private record RefusingAccess(Predicate<Path> refused) implements FileAccess {

        @Override
        public BasicFileAttributes attributes(Path path) throws IOException {
            return DISK.attributes(path);
        }

        @Override
        public InputStream open(Path path, BasicFileAttributes attributes) throws IOException {
            return DISK.open(path, attributes);
        }

        @Override
        public List<Path> children(Path folder) throws IOException {
            if (refused.test(folder.getFileName())) {
                throw new AccessDeniedException(folder.toString());
            }
            return DISK.children(folder);
        }
    }

    private List<String> findings(FileAccess access, int threads) throws IOException {
        List<String> findings = new ArrayList<>();
        new TrafficFolder(root, access).list(day -> true, threads, new TrafficFolder.Findings() {
            @Override
            public void day(ListedDay day) {
                findings.add(day.toString());
            }

            @Override
            public void ignored(Path path) {
                findings.add("ignored " + root.relativize(path));
            }

            @Override
            public void unlisted(WorkspaceId workspace, @Nullable BillingDay day, String reason) {
                findings.add("unlisted " + workspace + " " + day + " " + reason);
            }
        });
        return findings;
    }

    @Test
    void namesTheFolderOfAWorkspaceDay() {
        assertThat(new TrafficFolder(root).folderOf(Traffic.DAY)).isEqualTo(root.resolve("w/2026-11-21"));
    }

    @Test
    void refusesARootThatIsNoFolder() throws IOException {
        assertThatThrownBy(() -> new TrafficFolder(root.resolve("gone")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone, found nothing there");
        Path file = file("file");
        assertThatThrownBy(() -> new TrafficFolder(file)).hasMessageContaining("found something else there");
    }

    private void list(Predicate<BillingDay> wanted) throws IOException {
        new TrafficFolder(root)
                .list(
                        wanted,
                        found::add,
                        path -> ignored.add(root.relativize(path).toString()));
    }

    private Path file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[0]);
    }
}
