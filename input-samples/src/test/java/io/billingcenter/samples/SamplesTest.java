package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every scenario of this folder through the real command line, on both databases, and compares every machine file
 * byte for byte with what was worked out from the rules; then every line is explained.
 */
class SamplesTest {

    private static final Path SAMPLES = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    static Stream<Arguments> scenarios() throws IOException {
        return Scenario.in(SAMPLES).stream()
                .flatMap(scenario -> Arrays.stream(Databases.values())
                        .map(db -> Arguments.of(Named.of(scenario.name(), scenario), db)));
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("scenarios")
    void givesTheExpectedFiles(Scenario scenario, Databases database) throws IOException {
        String address = database.address(folder);
        Workplace place = new Workplace(folder, address);
        assertThat(scenario.deliver(place)).containsExactlyEntriesOf(scenario.expected());
        if (database == Databases.HSQLDB || scenario.name().equals("late-file")) {
            Explanations.assertAddUp(place, address, closedMonths(scenario));
        }
    }

    private static List<String> closedMonths(Scenario scenario) throws IOException {
        return scenario.steps().stream()
                .filter(step -> step.contains("--month 2026"))
                .map(step -> step.replaceFirst(".*--month (\\S+).*", "$1"))
                .toList();
    }
}
