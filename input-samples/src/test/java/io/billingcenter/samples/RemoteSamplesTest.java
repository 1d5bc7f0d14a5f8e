package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Traffic from another machine gives the delivered files that a folder gives, byte for byte. */
class RemoteSamplesTest {

    private static final Path SAMPLES = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    static Stream<Arguments> some() throws IOException {
        return scenarios()
                .filter(arguments -> List.of("late-file", "bad-records")
                        .contains(((Named<?>) arguments.get()[0]).getName()));
    }

    /** Every scenario from both kinds of stores, each on another database. */
    static Stream<Arguments> scenarios() throws IOException {
        List<Arguments> arguments = new ArrayList<>();
        int number = 0;
        for (Scenario scenario : Scenario.in(SAMPLES)) {
            for (RemotePlace.Kind kind : RemotePlace.Kind.values()) {
                Databases database = Databases.values()[(number + kind.ordinal()) % 2];
                arguments.add(Arguments.of(Named.of(scenario.name(), scenario), kind, database));
            }
            number++;
        }
        return arguments.stream();
    }

    @ParameterizedTest(name = "{0} from {1} on {2}")
    @MethodSource("some")
    void givesTheExpectedFiles(Scenario scenario, RemotePlace.Kind kind, Databases database) throws Exception {
        deliver(scenario, kind, database);
    }

    @ParameterizedTest(name = "{0} from {1} on {2}")
    @MethodSource("scenarios")
    @Tag("exhaustive")
    void everyScenarioGivesTheExpectedFiles(Scenario scenario, RemotePlace.Kind kind, Databases database)
            throws Exception {
        deliver(scenario, kind, database);
    }

    private void deliver(Scenario scenario, RemotePlace.Kind kind, Databases database) throws Exception {
        Workplace local = new Workplace(folder, database.address(folder));
        try (RemotePlace.Store store = RemotePlace.start(kind, local)) {
            assertThat(scenario.deliver(store.place())).containsExactlyEntriesOf(scenario.expected());
            String lastNight = scenario.steps().stream()
                    .filter(step -> step.startsWith("billing nightly"))
                    .reduce((first, second) -> second)
                    .orElseThrow();
            String[] words = lastNight.split(" ");
            Workplace.Answer again = store.place().billing(Arrays.copyOfRange(words, 1, words.length));
            assertThat(again.status()).as(again.text()).isIn(0, 2);
            assertThat(again.text()).contains("0 files, 0 bytes from");
        }
    }
}
