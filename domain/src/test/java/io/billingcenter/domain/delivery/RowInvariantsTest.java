package io.billingcenter.domain.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowInvariantsTest {

    private static final Currency CNY = Currency.getInstance("CNY");

    @ParameterizedTest
    @CsvSource({
        // result, deducted, owed, coupon, card, cash, cloud, broken column or empty
        "10, 7, 3, 1, 2, 4, 0,",
        "-10, -10, 0, -1, -2, -3, -4,",
        "0, 0, 0, 0, 0, 0, 0,",
        "10.01, 7, 3, 1, 2, 4, 0, billingResult",
        "10, 7, 3, 1, 2, 3.99, 0, deductionAmount",
        "-10, -10, 0, -1, -2, -3, 4, deductionAmount",
    })
    void theSumsOfABillLineHold(
            String result,
            String deducted,
            String owed,
            String coupon,
            String card,
            String cash,
            String cloud,
            @Nullable String violation) {
        Map<String, String> amounts = Map.of(
                "billingResult", result,
                "deductionAmount", deducted,
                "oweAmount", owed,
                "couponAmount", coupon,
                "storedCardAmount", card,
                "cashAmount", cash,
                "cashCouldAmount", cloud);
        List<@Nullable Object> row = DeliveredFile.BILL_DETAILS.columns().stream()
                .map(column -> cell(amounts.get(column.name())))
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        assertThat(new RowInvariants(DeliveredFile.BILL_DETAILS).violation(row).map(text -> text.split(" ")[1]))
                .isEqualTo(java.util.Optional.ofNullable(violation));
    }

    @Test
    void otherFilesHaveNone() {
        assertThat(new RowInvariants(DeliveredFile.USAGE).violation(Arrays.asList(new Object[7])))
                .isEmpty();
    }

    private static @Nullable Object cell(@Nullable String amount) {
        return amount == null ? null : Money.of(CNY, new BigDecimal(amount));
    }
}
