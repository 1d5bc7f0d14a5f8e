package io.billingcenter.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the selection of cells, and the days covered by a consent to an account. */
class CellSelectionTest {

    private static final OpenCell.Key CELL =
            new OpenCell.Key("ws-1", BillingDay.parse("2026-11-21"), "no_price", "log", 14);

    @ParameterizedTest
    @CsvSource({
        "'', , , no_price, '', true",
        "ws-1, 2026-11-21, 2026-11-21, no_price, log, true",
        "ws-2, , , no_price, '', false",
        "ws-1, 2026-11-22, , no_price, '', false",
        "ws-1, , 2026-11-20, no_price, '', false",
        "ws-1, 2026-11-20, 2026-11-22, no_price, '', true",
        "ws-1, , , locked, '', false",
        "ws-1, , , no_price, sms, false"
    })
    void selects(
            String workspace,
            @Nullable String from,
            @Nullable String to,
            String reason,
            String meter,
            boolean selected) {
        CellSelection selection = new CellSelection(workspace, dayOf(from), dayOf(to), reason, meter);
        assertThat(selection.matches(CELL)).isEqualTo(selected);
    }

    @Test
    void anAccountIsCoveredOnTheseDays() {
        BillingDay first = BillingDay.parse("2026-11-21");
        AccountConsent consent = new AccountConsent("a", first, first.plusDays(2));
        assertThat(consent.covers("a", first)).isTrue();
        assertThat(consent.covers("a", first.plusDays(2))).isTrue();
        assertThat(consent.covers("a", first.minusDays(1))).isFalse();
        assertThat(consent.covers("a", first.plusDays(3))).isFalse();
        assertThat(consent.covers("b", first)).isFalse();
    }

    private static @Nullable BillingDay dayOf(@Nullable String text) {
        return text == null ? null : BillingDay.parse(text);
    }
}
