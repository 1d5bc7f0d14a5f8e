package io.billingcenter.domain.metering.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.OversizeRule;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.domain.usage.WorkspaceDay;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the terms of known and unknown workspaces, by plan, site and day. */
class MeteringTermsBookTest {

    private static final WorkspaceId KNOWN = new WorkspaceId("known");
    private static final WorkspaceId UNKNOWN = new WorkspaceId("unknown");
    private static final BillingDay FIRST = BillingDay.parse("2026-01-01");
    private static final MeteringTermsBook.Settings SETTINGS = new MeteringTermsBook.Settings(
            ZoneId.of("Asia/Shanghai"),
            Map.of("us1", new Site("us1", SiteGroup.OS, ZoneId.of("America/Los_Angeles"))),
            OversizeRule.CEIL_1000,
            Optional.of(BillingDay.parse("2026-06-01")));

    private static MeteringTermsBook book(Plan plan, String site) {
        AccountDirectory directory = new AccountDirectory(
                List.of(new Workspace(KNOWN, "known", site, "a@b.example", StorageType.SLS, Channel.WEBSITE, FIRST)),
                List.of(),
                List.of(),
                List.of(new PlanPeriod(KNOWN, plan, new DayRange(FIRST, null))));
        RetentionPolicies policies = new RetentionPolicies(
                List.of(new RetentionPolicy(KNOWN, RetentionData.LOG, "", 30, Instant.parse("2026-01-01T00:00:00Z"))));
        return new MeteringTermsBook(directory, Map.of(KNOWN, policies), SETTINGS);
    }

    private static WorkspaceDay day(WorkspaceId workspace, String day) {
        return new WorkspaceDay(workspace, BillingDay.parse(day));
    }

    @Test
    void aKnownWorkspaceHasTheTermsOfItsSiteStorageAndPolicies() {
        MeteringTerms terms = book(Plan.COMMERCIAL, "us1").termsOf(day(KNOWN, "2026-03-01"));
        assertThat(terms.span().start()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(terms.storage()).isEqualTo(StorageType.SLS);
        assertThat(terms.logLimitBytes()).isEqualTo(2_000);
        assertThat(terms.profileLimitBytes()).isEqualTo(300_000);
        assertThat(terms.policies()
                        .daysAt(RetentionData.LOG, "any", terms.span().lastInstant()))
                .isEqualTo(30);
        assertThat(terms.selfSyntheticApart()).isFalse();
    }

    @Test
    void anUnknownWorkspaceHasTheDefaults() {
        MeteringTerms terms = book(Plan.COMMERCIAL, "us1").termsOf(day(UNKNOWN, "2026-03-01"));
        assertThat(terms.span().start()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
        assertThat(terms.storage()).isEqualTo(StorageType.ES);
        assertThat(terms.logLimitBytes()).isEqualTo(10_000);
        assertThat(terms.policies()
                        .daysAt(RetentionData.LOG, "any", terms.span().lastInstant()))
                .isEqualTo(14);
    }

    @Test
    void aSiteWithoutAZoneHasTheDefaultZone() {
        MeteringTerms terms = book(Plan.COMMERCIAL, "cn9").termsOf(day(KNOWN, "2026-03-01"));
        assertThat(terms.span().start()).isEqualTo(Instant.parse("2026-02-28T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "COMMERCIAL, false, false",
        "COMMERCIAL_INGEST, true, false",
        "FREE, false, true",
        "PRIVATE, false, false"
    })
    void thePlanDecidesHowLogsAndSelfBuiltNodesCount(Plan plan, boolean byIngest, boolean apart) {
        MeteringTerms terms = book(plan, "us1").termsOf(day(KNOWN, "2026-03-01"));
        assertThat(terms.logsByIngest()).isEqualTo(byIngest);
        assertThat(terms.selfSyntheticApart()).isEqualTo(apart);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, true", "2026-06-01, false", "2027-01-01, false"})
    void securityChecksCountUntilTheirEnd(String day, boolean counted) {
        assertThat(book(Plan.COMMERCIAL, "us1").termsOf(day(KNOWN, day)).securityCheckCounted())
                .isEqualTo(counted);
    }

    @Test
    void theDescriptionChangesWithEveryTermButTheSeparateCount() {
        MeteringTerms terms = book(Plan.COMMERCIAL, "us1").termsOf(day(KNOWN, "2026-03-01"));
        String text = terms.describe();
        assertThat(terms.withQuotas().describe()).isEqualTo(text);
        assertThat(terms.of(new Slice(1, 2)).describe()).isEqualTo(text);
        assertThat(book(Plan.COMMERCIAL_INGEST, "us1")
                        .termsOf(day(KNOWN, "2026-03-01"))
                        .describe())
                .isNotEqualTo(text);
        assertThat(book(Plan.COMMERCIAL, "cn9")
                        .termsOf(day(KNOWN, "2026-03-01"))
                        .describe())
                .isNotEqualTo(text);
        assertThat(book(Plan.COMMERCIAL, "us1")
                        .termsOf(day(KNOWN, "2026-06-01"))
                        .describe())
                .isNotEqualTo(text);
    }
}
