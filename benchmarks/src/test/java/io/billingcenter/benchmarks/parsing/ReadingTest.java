package io.billingcenter.benchmarks.parsing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.benchmarks.figures.Report;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTest {

    @ParameterizedTest
    @CsvSource({"'', 0", "'\n', 1", "'1234567\n\n', 2", "'\n\n\n\n\n\n\n\n\u000b', 8", "'\u000b\n\u000b\n\t\n\t\n', 4"})
    void newlinesAreCountedEightBytesAtATime(String text, long expected) {
        byte[] bytes = text.getBytes(US_ASCII);
        assertThat(Newlines.count(bytes, bytes.length)).isEqualTo(expected);
    }

    @Test
    void everyReaderFindsEveryRecord(@TempDir Path folder) throws Exception {
        Report report = ReadingRates.measure(folder, 1_000, 1);
        assertThat(report.text())
                .containsPattern("counting newlines \\| [0-9,.]+ \\| [0-9,]+ \\| 1\\.0 ")
                .contains("FastTrafficReader", "PlainTrafficReader", "FlatFileItemReader");
        assertThat(report.findings())
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.ratio()).matches("[0-9,]+\\.[0-9]"));
    }

    @Test
    void theBenchmarksRun() throws Exception {
        ParserBenchmark parser = new ParserBenchmark();
        parser.write();
        assertThat(parser.plainReader().records()).isEqualTo(parser.newlines() - 1);
        assertThat(parser.fastReader()).isEqualTo(parser.plainReader());
        FoldBenchmark fold = new FoldBenchmark();
        fold.records = 1_000;
        fold.draw();
        assertThat(fold.ids().accepted()).isEqualTo(1_000);
        assertThat(fold.idsAndTraces().measures().values()).anyMatch(value -> value.intValueExact() >= 125);
    }
}
