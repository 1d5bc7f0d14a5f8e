package io.billingcenter.domain.quarantine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Converts bytes to a cell and back. */
class RawTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r1,x",
                "\"a\"\"b\",\"c\nd\"",
                "tab\there",
                "=1+1",
                " blanks ",
                "\u4e2d\u6587 \ud83d\ude00",
                ",,,,,,,,"
            })
    void cleanTextStaysAsItIs(String raw) {
        assertThat(RawText.of(raw.getBytes(StandardCharsets.UTF_8), 3)).isEqualTo(new RawText("text", raw, "3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1\0x", "a\r", "a\r\nb", "\ufeffr1", "\u001b[2J", "\u0085", "\u007f"})
    void otherTextIsEncoded(String raw) {
        encoded(raw.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void bytesThatAreNoTextAreEncoded() {
        encoded(new byte[] {'r', (byte) 0xC3, '(', (byte) 0xFF});
    }

    @Test
    void aFileHasNoBytes() {
        assertThat(RawText.of(new byte[0], 0)).isEqualTo(new RawText("", "", "0"));
    }

    @Test
    void theLengthMayBeUnknown() {
        assertThat(RawText.of(new byte[] {'x'}, -1).length()).isEmpty();
    }

    private static void encoded(byte[] raw) {
        RawText cell = RawText.of(raw, raw.length);
        assertThat(cell.form()).isEqualTo("base64");
        assertThat(Base64.getDecoder().decode(cell.cell())).isEqualTo(raw);
    }
}
