package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Checks that the pages of the repository refer to pages, headings, folders and types that exist. */
class DocumentReferencesTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    /** A name of at least two words, with or without a member; single words in code style are often no types. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)(?:\\.\\w+)?`");

    /** Types of libraries that pages mention. */
    private static final Set<String> OF_LIBRARIES =
            Set.of("FlatFileItemReader", "GzipCompressorInputStream", "StepContribution", "ZstdInputStream");

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : Documents.pages()) {
            for (String link : links(page)) {
                if (!leadsSomewhere(page, link)) {
                    broken.add(Workplace.HOME.relativize(page) + ": " + link);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void namesOfTypesExist() throws IOException {
        Set<String> types = new HashSet<>(Sources.types().keySet());
        types.addAll(Sources.testTypes());
        types.addAll(OF_LIBRARIES);
        List<String> unknown = new ArrayList<>();
        for (Path page : Documents.pages()) {
            TYPE.matcher(Documents.text(page))
                    .results()
                    .map(type -> type.group(1))
                    .filter(type -> !types.contains(type))
                    .forEach(type -> unknown.add(Workplace.HOME.relativize(page) + ": " + type));
        }

        assertThat(unknown).isEmpty();
    }

    private static List<String> links(Path page) {
        return LINK.matcher(Documents.text(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1 || anchors(target).contains(parts[1]);
    }

    /** Returns the names under which the headings of a page can be linked. */
    private static Set<String> anchors(Path page) {
        return HEADING.matcher(Documents.text(page))
                .results()
                .map(heading -> heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
