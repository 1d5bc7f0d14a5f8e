package io.billingcenter.benchmarks.comparison;

import io.billingcenter.benchmarks.files.FileTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The driver of DuckDB with its library unpacked. The jar unpacks 70 MB at every start, which takes longer than the
 * rest of the start, and which users with an installed DuckDB do not wait for.
 */
final class DuckDbDriver {

    private static final String LIBRARY = "libduckdb_java.so_";
    private static final List<String> CLASSES = List.of("org/duckdb/", "META-INF/services/");

    private final Path jar;
    private final Path folder;

    /**
     * Creates the driver.
     *
     * @param jar the driver as published
     * @param folder folder for the unpacked files; its content is replaced
     */
    DuckDbDriver(Path jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /**
     * Unpacks the driver and returns its entry for the class path. It stays packed on a system that it has no library
     * for.
     */
    Path unpack() throws IOException {
        FileTrees.empty(folder);
        try (ZipFile content = new ZipFile(jar.toFile())) {
            ZipEntry library = content.getEntry(LIBRARY + system() + "_" + processor());
            if (library == null) {
                return jar;
            }
            copy(content, library, folder.resolve(System.mapLibraryName("duckdb_java")));
            List<? extends ZipEntry> classes = content.stream()
                    .filter(entry -> !entry.isDirectory() && CLASSES.stream().anyMatch(entry.getName()::startsWith))
                    .toList();
            for (ZipEntry type : classes) {
                Path file = folder.resolve(type.getName());
                Files.createDirectories(folder.resolve(
                        type.getName().substring(0, type.getName().lastIndexOf('/'))));
                copy(content, type, file);
            }
        }
        return folder;
    }

    /** Returns the option of Java that finds the unpacked library. */
    String option() {
        return "-Djava.library.path=" + folder;
    }

    private static void copy(ZipFile content, ZipEntry entry, Path to) throws IOException {
        try (InputStream bytes = content.getInputStream(entry)) {
            Files.copy(bytes, to);
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT);
    }

    private static String processor() {
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return switch (processor) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> processor;
        };
    }
}
