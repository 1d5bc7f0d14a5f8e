package io.billingcenter.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Java files of all modules, without those of tests. */
final class Sources {

    static final Path PACKAGES = Path.of("src/main/java/io/billingcenter");

    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(?! *\\*)(?! *//).*?\\b(?:class|interface|enum|record) ([A-Z]\\w*)");

    private Sources() {}

    /** Returns the names of the modules that have main sources. */
    static List<String> modules() {
        return names(Workplace.HOME).stream()
                .filter(module ->
                        Files.isDirectory(Workplace.HOME.resolve(module).resolve(PACKAGES)))
                .toList();
    }

    /** Returns the names of the packages directly under a folder of main sources, such as {@code readers/tables}. */
    static List<String> packagesUnder(String module, String folder) {
        Path parent = Workplace.HOME.resolve(module).resolve(PACKAGES).resolve(folder);
        return names(parent).stream()
                .filter(name -> Files.isDirectory(parent.resolve(name)))
                .toList();
    }

    /** Returns the texts of the main sources of a module, by path. */
    static Map<Path, String> texts(String module) {
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : files(Workplace.HOME.resolve(module).resolve("src/main/java"))) {
            texts.put(file, Documents.text(file));
        }
        return texts;
    }

    /** Returns the simple names of all types in the main sources, nested ones included, each with the text of its file. */
    static Map<String, String> types() {
        Map<String, String> types = new TreeMap<>();
        for (String module : modules()) {
            for (String text : texts(module).values()) {
                Matcher declaration = DECLARATION.matcher(text);
                while (declaration.find()) {
                    types.merge(declaration.group(1), text, String::concat);
                }
            }
        }
        return types;
    }

    /** Returns the simple names of the types that have a file of their own. */
    static Set<String> topLevelTypes() {
        return modules().stream()
                .flatMap(module -> texts(module).keySet().stream())
                .map(Sources::simpleName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the simple names of the types of the tests that have a file of their own. */
    static Set<String> testTypes() {
        Set<String> types = new TreeSet<>();
        for (String module : names(Workplace.HOME)) {
            Path root = Workplace.HOME.resolve(module).resolve("src/test/java");
            if (Files.isDirectory(root)) {
                files(root).forEach(file -> types.add(simpleName(file)));
            }
        }
        return types;
    }

    private static String simpleName(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TreeSet<String> names(Path folder) {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> children = Files.list(folder)) {
            children.forEach(child -> names.add(child.getFileName().toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
