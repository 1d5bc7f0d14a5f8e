package io.billingcenter.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.billingcenter.domain.time.BillingDay;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryPeriodTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2026-11", "2024-02-29"})
    void isWrittenAsItIsRead(String text) {
        assertThat(DeliveryPeriod.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-13", "2026-02-30", "2026-1-1", "21.11.2026"})
    void refusesWhatIsNeitherDayNorMonth(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DeliveryPeriod.parse(text))
                .withMessage("Expected a day like 2026-11-21 or a month like 2026-11, found '" + text + "'");
    }

    @Test
    void aDayHasOtherFilesThanAMonth() {
        assertThat(new DeliveryPeriod.OfDay(BillingDay.parse("2026-11-21")).files())
                .containsExactly(
                        DeliveredFile.USAGE,
                        DeliveredFile.BILL_LINES,
                        DeliveredFile.SETTLEMENT,
                        DeliveredFile.HOLDS,
                        DeliveredFile.NOTICES,
                        DeliveredFile.FREE_USAGE,
                        DeliveredFile.ALERTS,
                        DeliveredFile.BILL_DETAILS);
        assertThat(InvoiceLayout.VERSION_1.files())
                .containsExactly(DeliveredFile.INVOICES, DeliveredFile.INVOICE_LINES);
        assertThat(InvoiceLayout.VERSION_2.files())
                .containsExactly(DeliveredFile.INVOICES_2, DeliveredFile.INVOICE_LINES_2);
    }

    @Test
    void endsWhereTheNextOneBegins() {
        assertThat(DeliveryPeriod.parse("2026-12-31").endExclusive()).hasToString("2027-01-01");
        assertThat(DeliveryPeriod.parse("2026-12").firstDay()).hasToString("2026-12-01");
        assertThat(DeliveryPeriod.parse("2026-12").endExclusive()).hasToString("2027-01-01");
    }

    @Test
    void aMonthComesAfterItsDays() {
        assertThat(Stream.of("2026-11", "2026-12-01", "2026-11-30", "2026-10", "2026-11-01")
                        .map(DeliveryPeriod::parse)
                        .sorted()
                        .map(DeliveryPeriod::toString))
                .containsExactly("2026-10", "2026-11-01", "2026-11-30", "2026-11", "2026-12-01");
    }
}
