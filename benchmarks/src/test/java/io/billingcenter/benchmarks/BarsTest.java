package io.billingcenter.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.benchmarks.figures.Finding;
import io.billingcenter.benchmarks.figures.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BarsTest {

    @TempDir
    private Path folder;

    @Test
    void earlierResultsStayInTheTable() throws Exception {
        assertThat(bars("--only=storing")).isZero();
        assertThat(bars("--only=parsing")).isZero();
        String text = Files.readString(folder.resolve("bars-0.001.md"));
        assertThat(text)
                .containsSubsequence(
                        "| parse, validate and fold alone, one thread: ns a record",
                        "| storing 20 workspace-days: us a workspace-day",
                        "## parsing",
                        "benchmarks/run read --records 500 --rounds 1",
                        "## storing",
                        "benchmarks/run store --days 20 --rounds 1");
    }

    @Test
    void aFailureIsReportedAndDoesNotEndTheRest() throws Exception {
        assertThat(bars("--only=metering,parsing", "--home=" + folder)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("bars-0.001.md")))
                .containsSubsequence("| parse, validate", "| metering 20,000 records beside DuckDB | failed |");
    }

    @Test
    void aNameThatIsNotKnownIsRefused() {
        assertThatThrownBy(() -> bars("--only=speed")).hasMessageContaining("found speed");
    }

    @Test
    void everyCommandUnderstandsItsArguments() {
        for (Bar bar : Bar.all(BigDecimal.ONE)) {
            new CommandLine(bar.command())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(bar.arguments().toArray(String[]::new));
        }
        assertThat(Bar.all(BigDecimal.ONE))
                .extracting(Bar::commandLine)
                .contains(
                        "benchmarks/run compare --records 20000000",
                        "benchmarks/run growth --records 1000000,5000000,20000000,100000000 --largest 200000000");
    }

    @Test
    void anOptionIsReplacedWhereTheCommandHasIt() {
        Bar bar = new Bar("n", "w", new Compare(), List.of("--pairs", "3", "--seed", "2"), List.of());
        assertThat(bar.with("--pairs", "1").with("--rounds", "1").arguments())
                .containsExactly("--seed", "2", "--pairs", "1");
    }

    @Test
    void everyFindingHasItsBar() throws IOException {
        Bar bar = new Bar("n", "metering", new Compare(), List.of(), List.of("higher", "lower"));
        BarsFile file = new BarsFile(folder.resolve("bars.md"), folder);
        file.add(bar, new Report("", List.of(new Finding("a", "1", "2", "0.5"), new Finding("b", "3", "-", "-"))));
        assertThat(file.summary(List.of(bar)))
                .contains("| metering: a | 1 | 2 | 0.5 | higher |\n| metering: b | 3 | - | - | lower |\n");
    }

    private int bars(String... arguments) throws Exception {
        Bars bars = new Bars();
        List<String> all = new ArrayList<>(List.of("--work=" + folder, "--scale=0.001", "--pairs=1"));
        all.addAll(List.of(arguments));
        new CommandLine(bars).parseArgs(all.toArray(String[]::new));
        return bars.call();
    }
}
