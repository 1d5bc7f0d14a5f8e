package io.billingcenter.jobs.metering;

import io.billingcenter.domain.usage.WorkspaceDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A traffic folder for the time of a query; files that had to be fetched for it are removed at its end. */
public final class OpenCopies implements AutoCloseable {

    private final Path folder;
    private final @Nullable Path temporary;

    /** Fills a folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    private OpenCopies(Path folder, @Nullable Path temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    static OpenCopies of(Path folder) {
        return new OpenCopies(folder, null);
    }

    /** Returns a temporary folder; days that are in the ordinary folder are linked to it. */
    static OpenCopies fetched(Path ordinary, Collection<WorkspaceDay> days, Filling filling) throws IOException {
        Path temporary = Files.createTempDirectory("billing-traffic-");
        OpenCopies copies = new OpenCopies(temporary, temporary);
        try {
            for (WorkspaceDay day : days) {
                Path there = below(ordinary, day);
                Path link = below(temporary, day);
                if (Files.isDirectory(there) && Files.notExists(link)) {
                    Files.createDirectories(link.getParent());
                    Files.createSymbolicLink(link, there);
                }
            }
            filling.into(temporary);
            return copies;
        } catch (IOException | RuntimeException e) {
            copies.close();
            throw e;
        }
    }

    private static Path below(Path folder, WorkspaceDay day) {
        return folder.resolve(day.workspace().value()).resolve(day.day().toString());
    }

    /** Returns the folder. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        if (temporary == null) {
            return;
        }
        try (Stream<Path> found = Files.walk(temporary)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
