package io.billingcenter.readers.files.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WholeNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "7, 7",
        "007, 7",
        "9223372036854775807, 9223372036854775807",
        "00009223372036854775807, 9223372036854775807",
        "9223372036854775808, -1",
        "9223372036854775810, -1",
        "18446744073709551616, -1",
        "99999999999999999999999999, -1",
        "'', -1",
        "-1, -1",
        "-0, -1",
        "+1, -1",
        "' 1', -1",
        "'1 ', -1",
        "1.0, -1",
        "1e3, -1",
        "'1,000', -1",
        "0x1F, -1",
        "1_000, -1",
        "\u0661, -1",
        "\uff11, -1",
        "/, -1",
        ":, -1"
    })
    void readsDigitsOnly(String text, long value) {
        byte[] bytes = ("9" + text + "9").getBytes(UTF_8);
        assertThat(WholeNumber.parse(bytes, 1, bytes.length - 1)).isEqualTo(value);
    }

    @Test
    void takesAnyNumberOfLeadingZeros() {
        byte[] bytes = ("0".repeat(5_000) + "42").getBytes(UTF_8);
        assertThat(WholeNumber.parse(bytes, 0, bytes.length)).isEqualTo(42);
    }
}
