package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-12.5",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "\uFF1D1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF201",
                " =1",
                "\u00A0=1",
                "\u3000=1",
                "\uFEFF=1",
                "  \u3000 =1",
                "\u200B=1",
                "="
            })
    void aTextThatBeginsLikeAFormulaIsGuardedForSpreadsheetsOnly(String text) {
        assertThat(Profile.EXCEL.text(text)).startsWith("'");
        assertThat(Profile.MACHINE.text(text)).doesNotStartWith("'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a=1", "1-2", "'=1", "#1", "\u4E2D\u6587=1", "\uD83D\uDE00+", "ws-1", "2026-11"})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(Profile.EXCEL.text(text)).isEqualTo(text);
        assertThat(Profile.MACHINE.text(text)).isEqualTo(text);
    }

    static Stream<String> printable() {
        return Stream.of(
                "tab\tLF\nCR\rCRLF\r\n", "back\\slash", "\u4E2D\u6587", "\uD83D\uDE00", "in\uFEFFside", "~\u00A0");
    }

    @ParameterizedTest
    @MethodSource("printable")
    void layoutAndEveryScriptArePrintable(String text) {
        assertThat(CellText.printable(text)).isEqualTo(text);
    }

    @Test
    void controlCharactersAndHalfSurrogatesAreReplacedWhereEverybodySeesIt() {
        assertThat(CellText.printable("a\0b\u001Bc\u007Fd\u0085e")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
        assertThat(CellText.printable("\uD83D x \uDE00")).isEqualTo("\uFFFD x \uFFFD");
    }
}
