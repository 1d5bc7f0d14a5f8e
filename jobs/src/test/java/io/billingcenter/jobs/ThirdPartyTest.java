package io.billingcenter.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ThirdPartyTest {

    /** As in {@code (MIT) FastCSV (de.siegmar:fastcsv:4.4.0 - https://fastcsv.org)}. */
    private static final Pattern NOTICE = Pattern.compile("\\(([^:()\\s]+:[^:()\\s]+):([^:()\\s]+) - ");

    /** As in {@code de.siegmar:fastcsv:jar:4.4.0:compile}. */
    private static final Pattern DEPENDENCY = Pattern.compile("^ +([^:\\s]+:[^:\\s]+):jar:([^:\\s]+):");

    @Test
    void everyLibraryOfTheProgramIsListedWithItsLicence() throws IOException {
        List<String> libraries = found(DEPENDENCY, Path.of("target/dependencies.txt"));

        assertThat(libraries).isNotEmpty();
        assertThat(found(NOTICE, Path.of("../THIRD-PARTY.txt")))
                .as("THIRD-PARTY.txt, which 'mvn -Pthird-party -pl jobs -am test-compile' writes anew")
                .containsExactlyInAnyOrderElementsOf(libraries);
    }

    private static List<String> found(Pattern line, Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .flatMap(text -> line.matcher(text).results())
                .map(ThirdPartyTest::artifact)
                .toList();
    }

    private static String artifact(MatchResult found) {
        return found.group(1) + ":" + found.group(2);
    }
}
