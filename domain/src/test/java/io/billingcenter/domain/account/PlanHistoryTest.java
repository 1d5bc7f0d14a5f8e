package io.billingcenter.domain.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An upgrade from free is irreversible (billing rules 4.2). */
class PlanHistoryTest {

    @ParameterizedTest
    @CsvSource({
        "free 01-01 02-01 / commercial 02-01 03-01, 0",
        "free 01-01 02-01 / free 02-01 03-01, 0",
        "commercial 01-01 02-01 / free 02-01 03-01, 1",
        "free 02-01 03-01 / commercial 01-01 02-01, 1",
        "commercial_ingest 01-01 02-01 / free 02-01 03-01 / free 03-01 04-01, 2",
        "free 01-01 02-01 / free 02-02 03-01, 1",
        "private 01-01 02-01 / free 02-01 03-01, 0",
        "private 01-01 02-01 / free 02-02 03-01, 1",
        "free 05-01 06-01, 0"
    })
    void refusesFreeAfterAnUpgrade(String history, int refused) {
        List<PlanPeriod> periods =
                Stream.of(history.split(" / ")).map(PlanHistoryTest::period).toList();
        assertThat(new PlanHistory(periods).freeAfterUpgrade())
                .hasSize(refused)
                .allSatisfy(period -> assertThat(period.plan()).isEqualTo(Plan.FREE));
    }

    private static PlanPeriod period(String text) {
        String[] words = text.split(" ");
        return new PlanPeriod(
                new WorkspaceId("ws-1"),
                Plan.ofCode(words[0]).orElseThrow(),
                new DayRange(BillingDay.parse("2026-" + words[1]), BillingDay.parse("2026-" + words[2])));
    }
}
