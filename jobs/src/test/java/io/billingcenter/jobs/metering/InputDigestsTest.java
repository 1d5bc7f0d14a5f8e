package io.billingcenter.jobs.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.metering.fold.MeteringTermsBook;
import io.billingcenter.domain.metering.plan.ListedTask.ListedFile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.files.traffic.TrafficFolder.ListedDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Digests that earlier versions of the program stored must stay as they are, or all days are read again. */
class InputDigestsTest {

    private static final BillingDay FIRST = BillingDay.parse("2026-11-01");
    private static final int DAYS = 30;

    private final MeteringTermsBook terms = terms();
    private final InputDigests digests = new InputDigests(terms);

    @Test
    void isTheOneThatIsStoredInDatabases() {
        ListedDay day = new ListedDay(
                new WorkspaceDay(new WorkspaceId("ws-1"), BillingDay.parse("2026-11-21")),
                List.of(new ListedFile("a.csv", 7, Instant.parse("2026-11-22T01:02:03.450Z"))));
        assertThat(digests.of(day))
                .isEqualTo(Digests.sha256("\na.csv\0" + "7\0" + "2026-11-22T01:02:03.450Z")
                                .substring(0, 32)
                        + Digests.sha256("2026-11-20T16:00:00Z|2026-11-21T16:00:00Z|es|false|FLOOR_1024|true|")
                                .substring(0, 32));
    }

    @Test
    void agreesWithDigestsOfEachDayAlone() {
        SplittableRandom random = new SplittableRandom(15);
        for (int i = 0; i < 20_000; i++) {
            WorkspaceDay of =
                    new WorkspaceDay(new WorkspaceId("ws-" + random.nextInt(6)), FIRST.plusDays(random.nextInt(DAYS)));
            List<ListedFile> files = new ArrayList<>();
            for (int file = random.nextInt(3); file > 0; file--) {
                files.add(new ListedFile(
                        "f" + random.nextInt(9) + ".csv",
                        random.nextLong(1L << 40),
                        Instant.ofEpochSecond(random.nextLong(1L << 31), random.nextInt(1_000_000_000))));
            }
            assertThat(digests.of(new ListedDay(of, files))).isEqualTo(alone(of, files));
        }
    }

    private String alone(WorkspaceDay day, List<ListedFile> files) {
        String text = files.stream()
                .map(file -> "\n" + file.name() + "\0" + file.sizeBytes() + "\0" + file.modified())
                .collect(Collectors.joining());
        return Digests.sha256(text).substring(0, 32)
                + Digests.sha256(terms.termsOf(day).describe()).substring(0, 32);
    }

    /** Some workspaces meter logs by bytes from the middle on, some have retention policies of their own. */
    private static MeteringTermsBook terms() {
        List<PlanPeriod> plans = List.of(
                new PlanPeriod(
                        new WorkspaceId("ws-2"), Plan.COMMERCIAL_INGEST, new DayRange(FIRST.plusDays(DAYS / 2), null)),
                new PlanPeriod(new WorkspaceId("ws-3"), Plan.FREE, new DayRange(FIRST, null)));
        RetentionPolicies policies = new RetentionPolicies(List.of(new RetentionPolicy(
                new WorkspaceId("ws-4"), RetentionData.LOG, "", 30, Instant.parse("2026-11-15T00:00:00Z"))));
        return new MeteringTermsBook(
                new AccountDirectory(List.of(), List.of(), List.of(), plans),
                Map.of(new WorkspaceId("ws-4"), policies),
                new MeteringTermsBook.Settings(
                        ZoneId.of("Asia/Shanghai"), Map.of(), OversizeRule.FLOOR_1024, Optional.empty()));
    }
}
