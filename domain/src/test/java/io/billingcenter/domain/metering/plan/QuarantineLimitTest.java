package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.FileTotals;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The number of quarantined records exceeds both the count and the share. */
class QuarantineLimitTest {

    @ParameterizedTest
    @CsvSource({
        "-1,   0, 900, 50, 50, false",
        " 0,   0, 100,  0,  0, false",
        " 0,   0,  99,  0,  1, true",
        " 0,   0,  99,  1,  0, true",
        " 2,   0,  97,  1,  2, true",
        " 3,   0,  97,  1,  2, false",
        " 0, 300,  97,  1,  2, false",
        " 0, 299,  97,  1,  2, true",
    })
    void exceeded(long count, long share, long accepted, long conflicts, long quarantined, boolean expected) {
        assertThat(new QuarantineLimit(count, share).isExceededBy(day(accepted, conflicts, quarantined)))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0,   0, 100, 3, 2, true",
        "0,   0, 100, 3, 3, false",
        "1,   0, 100, 3, 2, false",
        "0, 100, 101, 2, 1, false",
        "0, 100, 100, 2, 1, true",
    })
    void repairedRecordsAreNotThere(long count, long share, long records, long bad, long repaired, boolean expected) {
        assertThat(new QuarantineLimit(count, share).isExceededBy(records, bad, repaired))
                .isEqualTo(expected);
    }

    private static MeteredDay day(long accepted, long conflicts, long quarantined) {
        long records = accepted + conflicts + quarantined;
        return new MeteredDay(
                new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21")),
                List.of(new FileTotals("a.csv", false, records, accepted, 0, conflicts, quarantined)),
                new TreeMap<>(),
                "");
    }
}
