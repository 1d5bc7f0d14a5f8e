package io.billingcenter.readers.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.config.MigratedDatabase;
import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PackageSharing;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PriceCatalog;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.settlement.UsageLocks;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.WorkspaceRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A workspace-day is rated again when anything that its rating depends on has changed, and only then. */
class RatingWorkReaderTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final DayRange DAYS = new DayRange(new BillingDay(DAY), new BillingDay(DAY.plusDays(1)));

    private JdbcTemplate jdbc;

    @BeforeEach
    void ratedDay() throws IOException {
        jdbc = MigratedDatabase.create();
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES ('ws-1', ?, 1, 'c', 'h', TRUE, 1)""", DAY);
        jdbc.update("""
                INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,
                  unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,
                  run_id) VALUES ('ws-1', ?, 1, 'i', 1, 1, 0, 1, 1, 0, 0, 0, FALSE, TRUE, 1)""", DAY);
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES ('ws-1', ?, 1, 1, 'terms false', 'free', TRUE, TRUE, 1)""", DAY);
    }

    @Test
    void nothingHasChanged() {
        assertThat(work()).isNull();
    }

    @Test
    void sameRecordsWithMoreBadOnesThanTheLimitAllows() {
        jdbc.update("UPDATE day_reading SET over_limit = TRUE");
        assertThat(work()).isNotNull().extracting(RatingWork::overLimit).isEqualTo(true);
    }

    private @Nullable RatingWork work() {
        return new RatingWorkReader(
                        jdbc,
                        new WorkspaceRange("ws-1", "ws-1"),
                        DAYS,
                        (day, overLimit, cover) -> "terms " + overLimit,
                        withoutPackages())
                .read();
    }

    private static PackageSharing withoutPackages() {
        AccountDirectory nobody = new AccountDirectory(List.of(), List.of(), List.of(), List.of());
        RatingFacts facts = new RatingFacts(
                nobody,
                new PriceCatalog(List.of()),
                new ContractPrices(List.of()),
                new PrivateTariffs(List.of()),
                Map.of(),
                UnitsRule.EXACT,
                UsageLocks.NONE);
        return new PackageSharing(nobody, Packages.NONE, new Rater(facts));
    }
}
