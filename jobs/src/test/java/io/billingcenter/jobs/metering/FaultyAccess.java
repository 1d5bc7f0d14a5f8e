package io.billingcenter.jobs.metering;

import io.billingcenter.readers.files.traffic.FileAccess;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;

/** The disk, on which some paths may be looked at and not read. */
final class FaultyAccess implements FileAccess {

    private final Predicate<Path> forbidden;

    FaultyAccess(Predicate<Path> forbidden) {
        this.forbidden = forbidden;
    }

    @Override
    public BasicFileAttributes attributes(Path path) throws IOException {
        return DISK.attributes(path);
    }

    @Override
    public InputStream open(Path path, BasicFileAttributes attributes) throws IOException {
        check(path);
        return DISK.open(path, attributes);
    }

    @Override
    public List<Path> children(Path folder) throws IOException {
        check(folder);
        return DISK.children(folder);
    }

    private void check(Path path) throws IOException {
        if (forbidden.test(path)) {
            throw new AccessDeniedException(path.toString());
        }
    }
}
