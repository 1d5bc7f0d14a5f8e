package io.billingcenter.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The unified differences of two folders, by Git. */
final class FolderDiff {

    private FolderDiff() {}

    /** The differences as text; line ends are left out, so that a terminal shows every line as it is. */
    static String of(Path before, Path after) throws IOException {
        Files.createDirectories(before);
        Process git = new ProcessBuilder(command(before, after))
                .directory(Workplace.HOME.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return text.replace("\r", "").stripTrailing();
    }

    private static List<String> command(Path before, Path after) {
        return List.of(
                "git",
                "--no-pager",
                "diff",
                "--no-index",
                "--no-color",
                "--no-ext-diff",
                "--",
                shortened(before),
                shortened(after));
    }

    private static String shortened(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return absolute.startsWith(Workplace.HOME)
                ? Workplace.HOME.relativize(absolute).toString()
                : absolute.toString();
    }
}
