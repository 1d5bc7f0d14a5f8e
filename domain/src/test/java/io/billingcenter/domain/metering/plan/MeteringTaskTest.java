package io.billingcenter.domain.metering.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.fold.MeteredDay;
import io.billingcenter.domain.metering.fold.Slice;
import io.billingcenter.domain.metering.plan.MeteringTask.Resources;
import io.billingcenter.domain.metering.plan.MeteringTask.Revision;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the revision to which a reading belongs, and the readings compared with it. */
class MeteringTaskTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w"), BillingDay.parse("2026-11-21"));
    private static final EarlierReading EARLIER = new EarlierReading("terms", "hash", List.of(), Map.of(), Set.of());

    private static MeteringTask task(@Nullable Revision last) {
        return new MeteringTask(DAY, 1, "digest", List.of("a.csv"), Slice.WHOLE, Resources.NONE, last);
    }

    @ParameterizedTest
    @CsvSource({
        // last revision, its content, content read, revision, new
        ", , a, 1, true",
        "1, a, a, 1, false",
        "1, a, b, 2, true",
        "7, a, a, 7, false",
        "7, a, b, 8, true"
    })
    void aRevisionIsNewOnlyIfItsContentIs(
            @Nullable Integer last, @Nullable String content, String read, int revision, boolean isNew) {
        MeteringTask task = task(last == null || content == null ? null : new Revision(last, content));
        assertThat(task.revisionOf(read)).isEqualTo(revision);
        assertThat(task.isNew(read)).isEqualTo(isNew);
    }

    @Test
    void theReadingInForceIsComparedOnlyWithARevision() {
        MeteringTask first = task(null);
        assertThat(first.comparedWith(EARLIER)).isSameAs(first);
        MeteringTask later = task(new Revision(3, "content"));
        assertThat(later.comparedWith(null)).isSameAs(later);
        MeteringTask compared = later.comparedWith(EARLIER);
        assertThat(compared.last()).isEqualTo(new Revision(3, "content", EARLIER));
        assertThat(compared.files()).isEqualTo(later.files());
        assertThat(compared.unstoredFiles()).isEmpty();
    }

    @Test
    void anInputDigestEndsWithTheDigestOfTheTerms() {
        String files = "f".repeat(EarlierReading.FILES_DIGITS);
        assertThat(EarlierReading.termsOf(files + "terms")).isEqualTo("terms");
        assertThat(EarlierReading.termsOf("short")).isEmpty();
    }

    @Test
    void aReadingWithoutFaultsHasNone() {
        MeteringTask task = task(null);
        MeteredReading reading =
                new MeteredReading(task, new MeteredDay(DAY, List.of(), new TreeMap<>(), "hash"), false);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.torn()).isEmpty();
    }
}
