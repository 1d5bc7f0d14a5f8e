package io.billingcenter.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** The archives of classes that a launcher has made; a run that makes one is slower than all others. */
final class ClassArchives {

    /** The ending of their names. */
    static final String ENDING = ".jsa";

    private static final Path APPLICATION = Path.of("jobs", "target", "app");
    private static final String JAR = "billing-jobs-app.jar";

    private final Path application;

    /** Creates the archives of the launcher in that folder. */
    ClassArchives(Path home) {
        this.application = home.resolve(APPLICATION);
    }

    /** Returns whether the launcher has an archive that it considers newer than the program. */
    boolean haveCurrent() throws IOException {
        Path jar = application.resolve(JAR);
        if (Files.notExists(jar)) {
            return false;
        }
        FileTime built = Files.getLastModifiedTime(jar);
        return times().values().stream().anyMatch(made -> made.compareTo(built) > 0);
    }

    /** Returns the archives and the times at which they were made. */
    Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> archives = new HashMap<>();
        if (Files.exists(application)) {
            try (Stream<Path> files = Files.list(application)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                    archives.put(file, Files.getLastModifiedTime(file));
                }
            }
        }
        return archives;
    }
}
