package io.billingcenter.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditedLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ws-1:log:14", "ws-1:trigger:", ":log:", "::", "ws-1::", "a:b:c:log:14", "::log:14"})
    void namesAreWrittenAsTheyAreRead(String text) {
        assertThat(InvoiceLineName.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ws-1", "ws-1:log", "ws-1:logs:14", "ws-1::14", "ws 1:log:14", "ws-1:log:-1", "ws-1:log:14:"
            })
    void anotherTextIsNoName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceLineName.of(text));
    }

    @Test
    void linesAreOrderedAndEqualAmountsWrittenAlike() {
        CreditedLines lines = CreditedLines.of(List.of("ws-2:log:14=12.50", " ws-1:trigger: ", "::=3"));
        assertThat(lines).hasToString("::=3,ws-1:trigger:,ws-2:log:14=12.5");
        assertThat(CreditedLines.of(lines.toString())).isEqualTo(lines);
        assertThat(CreditedLines.of("")).isEqualTo(CreditedLines.ALL);
        assertThat(CreditedLines.ALL.isAll()).isTrue();
        assertThat(CreditedLines.of(List.of("::=12.5"))).hasToString("::=12.5");
        assertThat(CreditedLines.of(List.of("::=12.50"))).hasToString("::=12.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::=0", "::=-1", "::=", "::=1e3", "::=1.23456", "::,::=1"})
    void amountsAreAboveZeroAndLinesNamedOnce(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CreditedLines.of(text));
    }
}
