package io.billingcenter.domain.fapiao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The state of a request follows from its results, and its serial number from the invoice. */
class FapiaoStatusTest {

    @ParameterizedTest
    @CsvSource({
        "'', REQUESTED, true",
        "FAILED, FAILED, true",
        "FAILED ISSUED, ISSUED, false",
        "ISSUED FAILED, ISSUED, false",
        "ISSUED RED_REQUESTED, RED_REQUESTED, false",
        "RED_ISSUED ISSUED, RED_ISSUED, false"
    })
    void theLatestStepDecides(String states, FapiaoState expected, boolean open) {
        List<FapiaoResult> results = Arrays.stream(states.split(" "))
                .filter(state -> !state.isEmpty())
                .map(state -> new FapiaoResult("r", "", null, FapiaoState.valueOf(state), ""))
                .toList();
        FapiaoStatus status = new FapiaoStatus(request("INV-2026-000001", "1.00"), results);

        assertThat(status.state()).isEqualTo(expected);
        assertThat(status.isOpen()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({"INV-2026-000001", "ABCDEF-2026-000001", "A-LONG-SERIES-2026-000001", "A-LONG-SERIES-2026-000002"})
    void aSerialNumberHasAtMost20Characters(String invoice) {
        String id = request(invoice, "1.00").id();

        assertThat(id).hasSizeLessThanOrEqualTo(20).endsWith(invoice.substring(invoice.length() - 6));
        assertThat(id.equals(invoice)).isEqualTo(invoice.length() <= 20);
        assertThat(request("B" + invoice + "7", "1.00").id()).isNotEqualTo(id);
    }

    @Test
    void nothingIsRequestedForNothing() {
        assertThatThrownBy(() -> request("INV-1", "0.00")).hasMessageContaining("above zero");
    }

    private static FapiaoRequest request(String invoice, String amount) {
        return new FapiaoRequest(
                invoice,
                BillingMonth.parse("2026-10"),
                new BillingAccountId("acct-1"),
                Buyer.NONE,
                Money.of(Currency.getInstance("CNY"), new BigDecimal(amount)));
    }
}
