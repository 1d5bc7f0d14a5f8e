package io.billingcenter.samples;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Ordinary chores on traffic files once they were billed: they are compressed, merged, split and renamed in place, and
 * folders of old days are moved away. None of it changes their content.
 */
final class FileChores {

    private static final String NDJSON = ".ndjson";
    private static final String CSV = ".csv";

    /** Ways to say the same with other files. */
    enum Chore {
        /** Every plain file becomes one ending in {@code .gz}. */
        GZIP {
            @Override
            void perform(Path folder) throws IOException {
                for (Path file : plain(folder)) {
                    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(sibling(file, ".gz")))) {
                        Files.copy(file, out);
                    }
                    Files.delete(file);
                }
            }
        },
        /** Every plain file becomes one ending in {@code .zst}. */
        ZSTD {
            @Override
            void perform(Path folder) throws IOException {
                for (Path file : plain(folder)) {
                    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(sibling(file, ".zst")))) {
                        Files.copy(file, out);
                    }
                    Files.delete(file);
                }
            }
        },
        /** All plain files of a format become one. */
        MERGE {
            @Override
            void perform(Path folder) throws IOException {
                merge(folder, CSV);
                merge(folder, NDJSON);
            }
        },
        /** Every plain file becomes two. */
        SPLIT {
            @Override
            void perform(Path folder) throws IOException {
                for (Path file : plain(folder)) {
                    split(file);
                }
            }
        },
        /** Every file gets another name. */
        RENAME {
            @Override
            void perform(Path folder) throws IOException {
                for (Path file : files(folder)) {
                    Files.move(file, file.resolveSibling("renamed-" + file.getFileName()));
                }
            }
        };

        /** Does it with the files of a workspace-day. */
        abstract void perform(Path folder) throws IOException;
    }

    private final Workplace place;
    private final Random random;
    private int performed;
    private int archived;

    FileChores(Workplace place, long seed) {
        this.place = place;
        this.random = new Random(seed);
    }

    /** Workspace-days whose files were written in another way. */
    int performed() {
        return performed;
    }

    /** Workspace-days whose folder was moved away. */
    int archived() {
        return archived;
    }

    /** One chore with the files of some workspaces of a day, one after another of all chores. */
    void perform(LocalDate day) throws IOException {
        Chore[] chores = Chore.values();
        for (Path workspace : files(place.traffic())) {
            Path folder = workspace.resolve(day.toString());
            if (Files.isDirectory(folder) && random.nextInt(3) == 0) {
                chores[performed % chores.length].perform(folder);
                performed++;
            }
        }
    }

    /** Moves the folders of a day out of the store. */
    void archive(LocalDate day) throws IOException {
        for (Path workspace : files(place.traffic())) {
            Path folder = workspace.resolve(day.toString());
            if (Files.isDirectory(folder)) {
                Path target = place.root().resolve("archive").resolve(workspace.getFileName());
                Files.move(folder, Files.createDirectories(target).resolve(day.toString()));
                archived++;
            }
        }
    }

    /** The children of a folder by name. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        }
    }

    /** Deletes a tree. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> plain(Path folder) throws IOException {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(CSV) || file.toString().endsWith(NDJSON))
                .toList();
    }

    private static Path sibling(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void merge(Path folder, String ending) throws IOException {
        List<Path> parts = plain(folder).stream()
                .filter(file -> file.toString().endsWith(ending))
                .toList();
        List<String> lines = new ArrayList<>();
        for (Path part : parts) {
            List<String> all = Files.readAllLines(part);
            lines.addAll(ending.equals(CSV) && !lines.isEmpty() ? all.subList(1, all.size()) : all);
            Files.delete(part);
        }
        if (!parts.isEmpty()) {
            write(folder.resolve("merged" + ending), lines);
        }
    }

    private static void split(Path file) throws IOException {
        boolean csv = file.toString().endsWith(CSV);
        List<String> header = csv ? Files.readAllLines(file).subList(0, 1) : List.of();
        List<String> lines = Files.readAllLines(file);
        List<String> rows = lines.subList(header.size(), lines.size());
        if (rows.size() > 1) {
            int half = rows.size() / 2;
            write(file.resolveSibling("half-1-" + file.getFileName()), joined(header, rows.subList(0, half)));
            write(file.resolveSibling("half-2-" + file.getFileName()), joined(header, rows.subList(half, rows.size())));
            Files.delete(file);
        }
    }

    private static List<String> joined(List<String> header, List<String> rows) {
        List<String> lines = new ArrayList<>(header);
        lines.addAll(rows);
        return lines;
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
