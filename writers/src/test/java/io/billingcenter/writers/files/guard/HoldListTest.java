package io.billingcenter.writers.files.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.guard.OpenCell;
import io.billingcenter.domain.time.BillingDay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell names the consent that it needs once. */
class HoldListTest {

    @ParameterizedTest
    @CsvSource({
        "too much, 'too much; to let it pass: billing confirm 05a1b38f69dc'",
        "'or: billing confirm 05a1b38f69dc --reason TEXT', 'or: billing confirm 05a1b38f69dc --reason TEXT'"
    })
    void namesAConsentOnce(String detail, String printed) {
        BillingDay day = BillingDay.parse("2026-10-13");
        OpenCell cell = new OpenCell(new OpenCell.Key("ws-6", day, "unusual", "", 0), detail, false);
        StringWriter text = new StringWriter();
        HoldList.print(
                List.of(new HoldList.Entry(cell, day.plusDays(2), Map.of(), List.of("05a1b38f69dc"))),
                new PrintWriter(text));
        assertThat(text.toString().lines().toList().get(1))
                .contains("ws-6", "unusual", "2 d")
                .endsWith(" " + printed);
    }
}
