package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lists and archives of classes that a launcher has made; a run that makes one is slower than all others. */
final class ClassArchives {

    /** The largest number of runs that make one: the first lists the classes, the second creates the archive. */
    static final int MOST_RUNS = 2;

    private static final Path APPLICATION = Path.of("jobs", "target", "app");
    private static final List<String> ENDINGS = List.of(".lst", ".jsa");

    private final Path application;

    /** Creates the archives of the launcher in that folder. */
    ClassArchives(Path home) {
        this.application = home.resolve(APPLICATION);
    }

    /** Deletes those that were not there with the same time before. */
    void discardOthers(Map<Path, FileTime> before) throws IOException {
        for (Map.Entry<Path, FileTime> made : times().entrySet()) {
            if (!made.getValue().equals(before.get(made.getKey()))) {
                Files.deleteIfExists(made.getKey());
            }
        }
    }

    /** Returns the lists and archives and the times at which they were made. */
    Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> archives = new HashMap<>();
        if (Files.exists(application)) {
            try (Stream<Path> files = Files.list(application)) {
                for (Path file : files.filter(ClassArchives::isListOrArchive).toList()) {
                    archives.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return archives;
    }

    private static boolean isListOrArchive(Path file) {
        return ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }
}
