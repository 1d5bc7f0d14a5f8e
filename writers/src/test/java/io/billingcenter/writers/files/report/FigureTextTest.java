package io.billingcenter.writers.files.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0          | 0             | 0         | 0
            0.00       | 0             | 0.00      | +0.00
            12.40      | 12.4          | 12.40     | +12.40
            1234       | 1,234         | 1,234     | +1,234
            -1234567.5 | -1,234,567.5  | -1,234,567.5 | -1,234,567.5
            100        | 100           | 100       | +100
            1E+6       | 1,000,000     | 1,000,000 | +1,000,000
            """)
    void areGrouped(BigDecimal number, String plain, String grouped, String signed) {
        assertThat(FigureText.plain(number)).isEqualTo(plain);
        assertThat(FigureText.grouped(number)).isEqualTo(grouped);
        if (number.signum() != 0) {
            assertThat(FigureText.signed(number)).isEqualTo(signed);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "7.25, 7.3",
        "999, 999",
        "1000, 1k",
        "1250, 1.3k",
        "-23456, -23k",
        "9999999, 10M",
        "123456789012, 123G"
    })
    void areShortOnScales(BigDecimal number, String shown) {
        assertThat(FigureText.compact(number)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1500, 1.5 kB", "20000000, 20 MB"})
    void areSizes(long bytes, String shown) {
        assertThat(FigureText.bytes(bytes)).isEqualTo(shown);
    }
}
