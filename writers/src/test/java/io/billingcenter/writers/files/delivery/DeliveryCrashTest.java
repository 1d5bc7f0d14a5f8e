package io.billingcenter.writers.files.delivery;

import static io.billingcenter.writers.files.delivery.TestRows.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.billingcenter.schema.MigratedDatabase;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the second revision of a day while the power fails before each change on the disk in turn, and after the last
 * one before the commit. From that moment on nothing reaches the disk.
 */
class DeliveryCrashTest {

    private static final TestRows FIRST = TestRows.ofBill("2.40");
    private static final TestRows SECOND = TestRows.ofBill("2.41");

    /** Four of each profile, and one more because two rows of usage do not fit into one sheet here. */
    private static final int FILES = 2 * TestRows.empty().files(TestRows.DAY).size() + 1;

    @TempDir
    Path out;

    private JdbcTemplate jdbc;
    private PeriodFolder folder;

    @BeforeEach
    void firstRevision() throws IOException {
        jdbc = MigratedDatabase.create();
        folder = PeriodFolder.of(out);
        deliver(FIRST, new QuickDisk());
    }

    static IntStream changes() throws IOException {
        CountingDisk disk = new CountingDisk(Integer.MAX_VALUE);
        Path somewhere = Files.createTempDirectory("delivery");
        JdbcTemplate jdbc = MigratedDatabase.create();
        new PeriodDelivery(jdbc, SECOND, settings(somewhere), disk, 1).deliver(DAY);
        new QuickDisk().deleteFolder(somewhere);
        return IntStream.rangeClosed(1, disk.changes + 1);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aCrashAnywhereShowsAllOrNothingAndARepeatEndsWithOneSet(int change) throws IOException {
        Map<String, String> before = folder.files();
        assertThatExceptionOfType(PowerFailure.class).isThrownBy(() -> crash(new CountingDisk(change)));

        assertThat(folder.files()).containsAllEntriesOf(before);
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(FILES);
        if (folder.children().contains("r2")) {
            assertWhole();
        }
        deliver(SECOND, new QuickDisk());

        assertThat(folder.children()).containsExactly("r1", "r2");
        assertWhole();
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(2 * FILES).allMatch(row -> row.startsWith("2026-11-21 r"));
        assertThat(folder.files()).containsAllEntriesOf(before);
    }

    @Test
    void aCrashedSetIsTheSameAsOneMadeAtOnce(@TempDir Path other) throws IOException {
        assertThatExceptionOfType(PowerFailure.class).isThrownBy(() -> crash(new CountingDisk(20)));
        deliver(SECOND, new QuickDisk());
        JdbcTemplate otherDatabase = MigratedDatabase.create();
        new PeriodDelivery(otherDatabase, FIRST, settings(other), new QuickDisk(), 1).deliver(DAY);
        new PeriodDelivery(otherDatabase, SECOND, settings(other), new QuickDisk(), 1).deliver(DAY);

        assertThat(folder.files()).isEqualTo(PeriodFolder.of(other).files());
        assertThat(PeriodFolder.recorded(jdbc)).isEqualTo(PeriodFolder.recorded(otherDatabase));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 100, 250, 500, 1_000, 2_000, 3_000})
    void aFullDiskPublishesNothing(int room) throws IOException {
        Map<String, String> before = folder.files();

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> deliver(SECOND, new SmallDisk(room)))
                .withMessage("Expected to write the files of 2026-11-21 into " + folder.folder()
                        + ", found IOException: No space left on device; nothing was published."
                        + " Free space on the disk, make the folder writable or choose another one, then repeat");
        assertThat(folder.files()).isEqualTo(before);
        assertThat(folder.children()).containsExactly("r1");
        assertThat(PeriodFolder.recorded(jdbc)).hasSize(FILES);
    }

    @Test
    void aDiskThatLosesBytesPublishesNothing() throws IOException {
        Map<String, String> before = folder.files();

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> new PeriodDelivery(
                                jdbc,
                                SECOND,
                                new DeliverySettings(out, ZoneId.of("Asia/Shanghai"), false),
                                new ForgetfulDisk(),
                                1)
                        .deliver(DAY))
                .withMessageContaining("Expected FileContent[rows=2");
        assertThat(folder.files()).isEqualTo(before);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed(@TempDir Path other) throws IOException {
        Path file = Files.writeString(other.resolve("file"), "");

        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> new PeriodDelivery(jdbc, FIRST, settings(file)).deliver(DAY))
                .withMessageStartingWith("Expected to write the files of 2026-11-21 into " + file.resolve("2026-11-21"))
                .withMessageContaining("nothing was published");
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() {
        DeliveryDisk disk = new QuickDisk() {
            @Override
            void createFolder(Path path) throws IOException {
                throw new AccessDeniedException(path.toString());
            }
        };
        assertThatExceptionOfType(DeliveryException.class)
                .isThrownBy(() -> deliver(SECOND, disk))
                .withMessageContaining("found AccessDeniedException: " + folder.folder());
    }

    /** Checks that every file listed in the manifest exists with its digest, and no other file. */
    private void assertWhole() throws IOException {
        Manifest manifest = ManifestJson.read(folder.folder().resolve("r2"));
        assertThat(manifest.revision()).isEqualTo(2);
        assertThat(manifest.files()).hasSize(FILES);
        for (Manifest.FileEntry entry : manifest.files()) {
            assertThat(folder.sha256("r2/" + entry.path())).isEqualTo(entry.sha256());
        }
        assertThat(folder.files().keySet().stream().filter(path -> path.startsWith("r2/")))
                .hasSize(FILES + 2)
                .contains("r2/.done", "r2/manifest.json");
    }

    private void crash(DeliveryDisk disk) {
        new TransactionTemplate(new DataSourceTransactionManager(Objects.requireNonNull(jdbc.getDataSource())))
                .executeWithoutResult(status -> {
                    deliver(SECOND, disk);
                    throw new PowerFailure();
                });
    }

    private void deliver(TestRows rows, DeliveryDisk disk) {
        new PeriodDelivery(jdbc, rows, settings(out), disk, 1).deliver(DAY);
    }

    private static DeliverySettings settings(Path folder) {
        return new DeliverySettings(folder, ZoneId.of("Asia/Shanghai"), true);
    }

    private static final class PowerFailure extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** A disk that does not wait for the device, since nothing really fails here. */
    private static class QuickDisk extends DeliveryDisk {

        @Override
        OutputStream createFile(Path path) throws IOException {
            return Files.newOutputStream(path);
        }

        @Override
        void forceFolder(Path path) throws IOException {}
    }

    /** Counts changes and lets none through from the given one on; a block of bytes is a change too. */
    private static final class CountingDisk extends QuickDisk {

        private final int last;
        private int changes;

        CountingDisk(int last) {
            this.last = last;
        }

        private void change() {
            if (changes + 1 >= last) {
                throw new PowerFailure();
            }
            changes++;
        }

        @Override
        void createFolder(Path path) throws IOException {
            change();
            super.createFolder(path);
        }

        @Override
        OutputStream createFile(Path path) throws IOException {
            change();
            return new FilterOutputStream(super.createFile(path)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    change();
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    try {
                        change();
                    } finally {
                        out.close();
                    }
                }
            };
        }

        @Override
        void rename(Path from, Path to) throws IOException {
            change();
            super.rename(from, to);
        }

        @Override
        void forceFolder(Path path) throws IOException {
            change();
            super.forceFolder(path);
        }

        @Override
        void deleteFolder(Path path) throws IOException {
            change();
            super.deleteFolder(path);
        }
    }

    /** Accepts that number of bytes in total. */
    private static final class SmallDisk extends QuickDisk {

        private int room;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        OutputStream createFile(Path path) throws IOException {
            return new FilterOutputStream(super.createFile(path)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    room -= length;
                    if (room < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, offset, length);
                }
            };
        }
    }

    /** Loses the last byte of every block. */
    private static final class ForgetfulDisk extends QuickDisk {

        @Override
        OutputStream createFile(Path path) throws IOException {
            return new FilterOutputStream(super.createFile(path)) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, Math.max(0, length - 1));
                }
            };
        }
    }
}
