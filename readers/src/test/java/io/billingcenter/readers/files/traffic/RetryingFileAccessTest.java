package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that fails for a while, like a network file system. */
class RetryingFileAccessTest {

    private static final byte[] CONTENT = "0123456789".repeat(1_000).getBytes(US_ASCII);

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private final Deque<IOException> faults = new ArrayDeque<>();
    private final List<Integer> pauses = new ArrayList<>();
    private int goodReads;
    private Runnable whenFailing = () -> {};

    @BeforeEach
    void aFile() throws IOException {
        file = Files.write(folder.resolve("a.csv"), CONTENT);
    }

    @Test
    void aFaultThatPassesIsNotSeen() throws IOException {
        faults.add(new IOException("Stale file handle"));
        faults.add(new IOException("Input/output error"));
        assertThat(steady().attributes(file).size()).isEqualTo(CONTENT.length);
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void aFaultThatStaysIsThrownAfterFourAttempts() {
        for (int i = 0; i < 10; i++) {
            faults.add(new IOException("Input/output error"));
        }
        assertThatThrownBy(() -> steady().children(folder)).hasMessage("Input/output error");
        assertThat(pauses).containsExactly(1, 2, 3);
    }

    @Test
    void missingAndForbiddenFilesAreNotRetried() {
        assertThatThrownBy(() -> steady().attributes(folder.resolve("b.csv"))).isInstanceOf(NoSuchFileException.class);
        faults.add(new AccessDeniedException("a.csv"));
        assertThatThrownBy(() -> steady().attributes(file)).isInstanceOf(AccessDeniedException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aStreamIsReadOnFromTheByteAtWhichItFailed() throws IOException {
        FileAccess steady = steady();
        try (InputStream stream = steady.open(file, steady.attributes(file))) {
            byte[] start = stream.readNBytes(3_333);
            faults.add(new IOException("Input/output error"));
            faults.add(new IOException("Input/output error"));
            byte[] rest = stream.readAllBytes();
            assertThat(Traffic.concatenated(start, rest)).isEqualTo(CONTENT);
        }
        assertThat(pauses).containsExactly(1, 2);
    }

    @Test
    void aFileThatChangedMeanwhileIsNotPatchedTogether() throws IOException {
        FileAccess steady = steady();
        try (InputStream stream = steady.open(file, steady.attributes(file))) {
            stream.readNBytes(3_333);
            faults.add(new IOException("Input/output error"));
            whenFailing = () -> {
                try {
                    Files.writeString(file, "another");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            assertThatThrownBy(stream::readAllBytes).hasMessageContaining("it changed while it was read");
        }
    }

    /** The reading of a whole day ends with the name of the file and the obstacle. */
    @Test
    void readersNameTheFileThatFails() {
        goodReads = 1;
        for (int i = 0; i < 10; i++) {
            faults.add(new IOException("Input/output error"));
        }
        FastTrafficReader reader =
                new FastTrafficReader(steady(), FastTrafficReader.Resources.ONE_THREAD, new ReadingProgress());
        assertThatThrownBy(() -> Traffic.read(reader, List.of(file)))
                .isInstanceOfSatisfying(UnreadableFileException.class, fault -> {
                    assertThat(fault.file()).isEqualTo("a.csv");
                    assertThat(fault.reason())
                            .isEqualTo("Expected a file that can be read, found a fault of the file system:"
                                    + " Input/output error");
                });
    }

    private RetryingFileAccess steady() {
        return new RetryingFileAccess(new Failing(), pauses::add);
    }

    /** Fails while there are faults left, after some successful calls. */
    private final class Failing implements FileAccess {

        @Override
        public BasicFileAttributes attributes(Path path) throws IOException {
            fail();
            return DISK.attributes(path);
        }

        @Override
        public InputStream open(Path path, BasicFileAttributes attributes) throws IOException {
            fail();
            return new FilterInputStream(DISK.open(path, attributes)) {
                @Override
                public int read(byte[] block, int offset, int length) throws IOException {
                    fail();
                    return super.read(block, offset, Math.min(length, 1_000));
                }
            };
        }

        @Override
        public List<Path> children(Path folder) throws IOException {
            fail();
            return DISK.children(folder);
        }

        private void fail() throws IOException {
            if (goodReads > 0) {
                goodReads--;
                return;
            }
            IOException fault = faults.poll();
            if (fault != null) {
                whenFailing.run();
                throw fault;
            }
        }
    }
}
