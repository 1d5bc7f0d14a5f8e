package io.billingcenter.jobs.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lock that admits one process at a time to an embedded database: a lock of the operating system on a file beside it. The
 * lock of the database itself is a heartbeat. It admits a second process while the first one is suspended or its machine
 * sleeps, and both would write when the first one wakes. This lock remains while a process is suspended, and is released
 * when it is killed.
 */
final class EmbeddedLock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedLock.class);

    private final DatabaseAddress address;
    private @Nullable FileChannel channel;

    EmbeddedLock(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Acquires the lock; does nothing for a server. Where no file can be created or locked, the database itself reports why
     * it cannot be opened.
     *
     * @throws DatabaseInUseException when another process has it
     */
    void acquire() {
        Path file = address.embeddedLock();
        if (file == null) {
            return;
        }
        FileChannel opened = open(file);
        if (opened == null) {
            return;
        }
        try {
            FileLock lock = opened.tryLock();
            if (lock == null) {
                opened.close();
                throw new DatabaseInUseException(address.shown());
            }
        } catch (OverlappingFileLockException e) {
            closeQuietly(opened);
            throw new DatabaseInUseException(address.shown(), e);
        } catch (IOException e) {
            LOG.warn("Expected to lock {}, found {}; see to it that one run at a time works on it", file, e.toString());
        }
        channel = opened;
    }

    private static @Nullable FileChannel open(Path file) {
        try {
            Path folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            LOG.debug("No lock file {}", file, e);
            return null;
        }
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("The channel of a lock could not be closed", e);
        }
    }

    @Override
    public void close() {
        if (channel != null) {
            closeQuietly(channel);
            channel = null;
        }
    }
}
