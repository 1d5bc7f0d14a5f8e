package io.billingcenter.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the loss of a reference file: more than 20 % and at least 5 of its rows in force. */
class ReferenceLossTest {

    private static final BillingDay DAY = BillingDay.parse("2027-01-01");
    private static final ReferenceLoss.Limit LIMIT = new ReferenceLoss.Limit(20, 5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in force | lost | exceeded
            4          | 4    | false
            5          | 4    | false
            5          | 5    | true
            24         | 5    | true
            25         | 5    | false
            26         | 5    | false
            100        | 20   | false
            100        | 21   | true
            12         | 2    | false
            1000000    | 200001 | true
            """)
    void bothLimitsAreNeeded(int inForce, int lost, boolean exceeded) {
        assertThat(LIMIT.isExceededBy(new ReferenceLoss(ReferenceFile.VOUCHERS, inForce, lost)))
                .isEqualTo(exceeded);
    }

    /** Rows are written as {@code key} or {@code key:end}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # before                             | after         | in force | lost
            a b c                                | a b c         | 0        | 0
            a b c                                | a b           | 3        | 1
            a b c                                | -             | 3        | 3
            a b c                                | d e f         | 3        | 3
            a b c                                | a b c d       | 0        | 0
            a:2027-01-01 b c                     | b c           | 0        | 0
            a:2027-01-02 b c                     | b c           | 3        | 1
            a:2026-01-01 b:2026-12-31 c          | -             | 1        | 1
            a b                                  | a:2026-12-01 b | 0       | 0
            """)
    void onlyRowsInForceAreLost(String before, @Nullable String after, int inForce, int lost) {
        List<ReferenceLoss> losses = ReferenceLoss.between(rows(before), rows(after), DAY);
        assertThat(losses)
                .isEqualTo(
                        lost == 0
                                ? List.of()
                                : List.of(new ReferenceLoss(ReferenceFile.CONTRACT_PRICES, inForce, lost)));
    }

    @Test
    void everyFileIsLookedAtByItself() {
        Map<ReferenceFile, List<ReferenceRow>> before = Map.of(
                ReferenceFile.VOUCHERS, List.of(new ReferenceRow("v", null)),
                ReferenceFile.PLANS, List.of(new ReferenceRow("p", null), new ReferenceRow("q", null)),
                ReferenceFile.UNLOCKS, List.of(new ReferenceRow("u", null)));
        assertThat(ReferenceLoss.between(
                        before, Map.of(ReferenceFile.UNLOCKS, List.of(new ReferenceRow("u", null))), DAY))
                .containsExactly(
                        new ReferenceLoss(ReferenceFile.PLANS, 2, 2), new ReferenceLoss(ReferenceFile.VOUCHERS, 1, 1));
    }

    @Test
    void namesAreThoseOfTheFolder() {
        assertThat(ReferenceFile.ofText("contract_prices")).contains(ReferenceFile.CONTRACT_PRICES);
        assertThat(ReferenceFile.ofText("contract_prices.csv")).isEmpty();
        assertThat(ReferenceFile.ofFileName("contract_prices.csv")).contains(ReferenceFile.CONTRACT_PRICES);
    }

    private static Map<ReferenceFile, List<ReferenceRow>> rows(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        return Map.of(
                ReferenceFile.CONTRACT_PRICES,
                Stream.of(text.split(" +"))
                        .map(row -> row.split(":"))
                        .map(row -> new ReferenceRow(row[0], row.length == 1 ? null : BillingDay.parse(row[1])))
                        .toList());
    }
}
