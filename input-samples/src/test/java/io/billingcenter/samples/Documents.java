package io.billingcenter.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The Markdown pages of the repository. */
final class Documents {

    static final Path GLOSSARY = Workplace.HOME.resolve("docs/glossary.md");

    private static final Set<String> NOT_VISITED = Set.of("target", "out", "var");

    private Documents() {}

    /** Returns all pages but the changelog, which names things as earlier versions did. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        Files.walkFileTree(Workplace.HOME, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean hidden = name.startsWith(".") && !folder.equals(Workplace.HOME);
                return hidden || NOT_VISITED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.toString().endsWith(".md") && !file.endsWith("CHANGELOG.md")) {
                    pages.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(pages);
        return pages;
    }

    static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the text of a page without code and without the targets of links, both of which may have any name. */
    static String prose(String page) {
        StringBuilder prose = new StringBuilder();
        boolean fenced = false;
        for (String line : page.lines().toList()) {
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (!fenced && !line.startsWith("    ")) {
                prose.append(line.replaceAll("`[^`]*`", "`").replaceAll("]\\([^)]*\\)", "]"))
                        .append('\n');
            }
        }
        return prose.toString();
    }
}
