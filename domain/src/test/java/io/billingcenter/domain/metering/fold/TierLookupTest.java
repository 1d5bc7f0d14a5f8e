package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The billing day is 2026-11-20T16:00Z to 2026-11-21T16:00Z. */
class TierLookupTest {

    private final SubjectTable subjects = new SubjectTable();

    @ParameterizedTest
    @CsvSource({"METRIC, 7", "LOG, 14", "TRACE, 14", "PROFILE, 14", "RUM, 14", "FORWARD, 180"})
    void takesTheDefaultWithoutAPolicy(RetentionData data, int days) {
        assertThat(RetentionPolicies.NONE.daysAt(data, "", Instant.EPOCH)).isEqualTo(days);
    }

    @Test
    void isInForceFromItsInstantOn() {
        RetentionPolicies policies = new RetentionPolicies(List.of(
                FoldFixture.policy(RetentionData.TRACE, "", 30, "2026-11-21T00:00:00Z"),
                FoldFixture.policy(RetentionData.TRACE, "", 7, "2026-11-20T00:00:00Z")));
        assertThat(policies.daysAt(RetentionData.TRACE, "", Instant.parse("2026-11-19T23:59:59.999999999Z")))
                .isEqualTo(14);
        assertThat(policies.daysAt(RetentionData.TRACE, "", Instant.parse("2026-11-20T00:00:00Z")))
                .isEqualTo(7);
        assertThat(policies.daysAt(RetentionData.TRACE, "", Instant.parse("2026-11-20T23:59:59.999999999Z")))
                .isEqualTo(7);
        assertThat(policies.daysAt(RetentionData.TRACE, "", Instant.parse("2026-11-21T00:00:00Z")))
                .isEqualTo(30);
    }

    @Test
    void prefersThePolicyOfASubjectWhateverItsDate() {
        RetentionPolicies policies = new RetentionPolicies(List.of(
                FoldFixture.policy(RetentionData.LOG, "audit", 60, "2026-01-01T00:00:00Z"),
                FoldFixture.policy(RetentionData.LOG, "", 3, "2026-06-01T00:00:00Z")));
        Instant now = Instant.parse("2026-11-21T00:00:00Z");
        assertThat(policies.daysAt(RetentionData.LOG, "audit", now)).isEqualTo(60);
        assertThat(policies.daysAt(RetentionData.LOG, "other", now)).isEqualTo(3);
        assertThat(policies.daysAt(RetentionData.LOG, "audit", Instant.parse("2025-12-31T00:00:00Z")))
                .isEqualTo(14);
    }

    @Test
    void fallsBackToTheGeneralPolicyBeforeTheOneOfTheSubject() {
        RetentionPolicies policies = new RetentionPolicies(List.of(
                FoldFixture.policy(RetentionData.METRIC, "cpu", 360, "2026-06-01T00:00:00Z"),
                FoldFixture.policy(RetentionData.METRIC, "", 30, "2026-01-01T00:00:00Z")));
        assertThat(policies.daysAt(RetentionData.METRIC, "cpu", Instant.parse("2026-05-31T00:00:00Z")))
                .isEqualTo(30);
    }

    /** Reading Q13: the policy at the start of an hour applies even if it changes within the hour. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-21T00:00:00Z, 8",
        "2026-11-21T00:00:00.000000001Z, 9",
        "2026-11-21T00:59:59Z, 9",
        "2026-11-20T16:00:00Z, 0"
    })
    void changesTheTierOfAnHourAtItsStart(String change, int firstHour) {
        TierLookup tiers = tiers(
                FoldFixture.policy(RetentionData.TRACE, "", 3, change),
                FoldFixture.policy(RetentionData.LOG, "", 3, change),
                FoldFixture.policy(RetentionData.PROFILE, "", 3, change),
                FoldFixture.policy(RetentionData.RUM, "", 3, change));
        for (int hour = 0; hour < 24; hour++) {
            int days = hour < firstHour ? 14 : 3;
            assertThat(IntStream.of(tiers.trace(hour), tiers.profile(hour), tiers.rum(hour), tiers.defaultLog(hour))
                            .map(tier -> TierLookup.DAYS[tier]))
                    .containsOnly(days);
        }
    }

    /** Reading Q14: the policy at the last instant of the day applies to series. */
    @ParameterizedTest
    @CsvSource({"2026-11-21T15:59:59.999999999Z, 30", "2026-11-21T16:00:00Z, 7"})
    void takesThePolicyAtTheEndOfTheDayForSeries(String change, int days) {
        TierLookup tiers = tiers(FoldFixture.policy(RetentionData.METRIC, "", 30, change));
        assertThat(TierLookup.DAYS[tiers.metric(subjects.codeOf("cpu"))]).isEqualTo(days);
    }

    @Test
    void takesAnEmptyIndexForTheDefaultOne() {
        TierLookup tiers = tiers(FoldFixture.policy(RetentionData.LOG, "default", 60, "2026-01-01T00:00:00Z"));
        assertThat(TierLookup.DAYS[tiers.log(subjects.codeOf(""), 5)]).isEqualTo(60);
        assertThat(TierLookup.DAYS[tiers.log(subjects.codeOf("default"), 5)]).isEqualTo(60);
        assertThat(TierLookup.DAYS[tiers.log(subjects.codeOf("other"), 5)]).isEqualTo(14);
    }

    @Test
    void remembersManySubjects() {
        TierLookup tiers = tiers(
                FoldFixture.policy(RetentionData.METRIC, "m17", 360, "2026-01-01T00:00:00Z"),
                FoldFixture.policy(RetentionData.LOG, "m18", 60, "2026-11-21T00:00:00Z"));
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 100; number++) {
                int subject = subjects.codeOf("m" + number);
                assertThat(TierLookup.DAYS[tiers.metric(subject)]).isEqualTo(number == 17 ? 360 : 7);
                assertThat(TierLookup.DAYS[tiers.log(subject, 23)]).isEqualTo(number == 18 ? 60 : 14);
                assertThat(TierLookup.DAYS[tiers.log(subject, 0)]).isEqualTo(14);
            }
        }
    }

    @Test
    void hasAPlaceForEveryTierOnOffer() {
        for (RetentionData data : RetentionData.values()) {
            assertThat(TierLookup.DAYS)
                    .contains(data.allowedDays().stream().mapToInt(days -> days).toArray());
        }
    }

    @Test
    void refusesDaysThatAreNotOnOfferAndSubjectsWhereThereAreNone() {
        assertThatThrownBy(() -> FoldFixture.policy(RetentionData.PROFILE, "", 30, "2026-01-01T00:00:00Z"))
                .hasMessageContaining("out of [3, 7, 14], found 30");
        assertThatThrownBy(() -> FoldFixture.policy(RetentionData.TRACE, "x", 30, "2026-01-01T00:00:00Z"))
                .hasMessageContaining("Expected no subject for trace");
    }

    private TierLookup tiers(RetentionPolicy... policies) {
        return new TierLookup(FoldFixture.terms(StorageType.ES, false, true, policies), subjects);
    }
}
