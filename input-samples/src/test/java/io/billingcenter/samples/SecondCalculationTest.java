package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.oracle.SampleCalculation;
import io.billingcenter.samples.oracle.SampleTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The second calculation gives every figure of the expected files of every scenario. */
class SecondCalculationTest {

    static Stream<Named<Scenario>> scenarios() throws IOException {
        return Scenario.in(Path.of("").toAbsolutePath()).stream().map(any -> Named.of(any.name(), any));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void confirmsTheExpectedFiles(Scenario scenario) throws IOException {
        Map<String, SampleTable> calculated =
                SampleCalculation.of(scenario.folder(), Workplace.HOME.resolve("config/price-books"));
        Map<String, String> expected = scenario.expected();
        expected.putIfAbsent(Scenario.QUARANTINE, Scenario.QUARANTINE_HEADER);
        assertThat(calculated.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
        expected.forEach((file, content) -> assertThat(FigureCheck.findings(file, content, calculated.get(file)))
                .as(file)
                .isEmpty());
    }
}
