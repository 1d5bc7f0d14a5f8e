package io.billingcenter.readers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.Site;
import io.billingcenter.domain.account.SiteGroup;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.metering.plan.QuarantineLimit;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.Packages;
import io.billingcenter.domain.pricing.PriceBook;
import io.billingcenter.domain.pricing.PriceBooks;
import io.billingcenter.domain.pricing.PrivateTariffs;
import io.billingcenter.domain.pricing.QuotaAllocator;
import io.billingcenter.domain.pricing.Rater;
import io.billingcenter.domain.pricing.RatingFacts;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A workspace-day is rated again when anything that its rating depends on has changed, and only then. */
class RatingWorkReaderTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final DayRange DAYS = new DayRange(new BillingDay(DAY), new BillingDay(DAY.plusDays(1)));

    private JdbcTemplate jdbc;
    private QuarantineLimit limit = new QuarantineLimit(-1, 0);

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
        jdbc.update("UPDATE day_reading SET records = 3, conflicts = 1, quarantined = 1");
        assertThat(work()).isNull();
        limit = new QuarantineLimit(1, 0);
        assertThat(work()).isNotNull().extracting(RatingWork::overLimit).isEqualTo(true);
    }

    @Test
    void repairedRecordsAreNotBad() {
        jdbc.update("UPDATE day_reading SET records = 3, quarantined = 2");
        limit = new QuarantineLimit(0, 0);
        badRecord("a.csv", 2, "one");
        badRecord("a.csv", 3, "two");
        repair("a.csv", 2, "one", "repair-1.csv");
        repair("a.csv", 2, "one", "repair-2.csv");
        repair("a.csv", 3, "two", "repair-1.csv");
        readFile("repair-1.csv");
        assertThat(work()).as("repair-2.csv was not read").isNotNull();
        readFile("repair-2.csv");
        assertThat(work()).isNull();
        jdbc.update("UPDATE quarantined_record SET raw = ? WHERE line = 3", (Object) bytes("other"));
        assertThat(work()).as("there is another record now").isNotNull();
    }

    private void badRecord(String file, int line, String raw) {
        jdbc.update(
                "INSERT INTO quarantined_record VALUES ('ws-1', ?, 1, ?, ?, ?, 'malformed', '', ?)",
                DAY,
                file,
                line,
                line * 100,
                bytes(raw));
    }

    private void repair(String file, int line, String raw, String repairFile) {
        jdbc.update(
                "INSERT INTO quarantine_repair VALUES ('ws-1', ?, ?, ?, ?, ?, 'd', 'ws-1', ?, ?, 1)",
                DAY,
                file,
                line * 100,
                line,
                bytes(raw),
                DAY,
                repairFile);
    }

    private void readFile(String name) {
        jdbc.update(
                "INSERT INTO traffic_file (workspace_id, billing_day, reading, name, size_bytes, modified)"
                        + " VALUES ('ws-1', ?, 1, ?, 1, '')",
                DAY,
                name);
    }

    /** More workspaces than a page has, on several days; every third is unchanged, and some days and ranges have nothing. */
    @Test
    void findsAllChangedDaysOfARangePageByPage() {
        jdbc.update("DELETE FROM metered_day");
        List<Object[]> days = new ArrayList<>();
        Set<String> expected = new TreeSet<>();
        for (int workspace = 0; workspace < 6_000; workspace++) {
            for (int day : new int[] {0, 2}) {
                boolean changed = (workspace + day) % 3 != 0;
                String id = String.format(Locale.ROOT, "w-%05d", workspace);
                days.add(new Object[] {id, DAY.plusDays(day), changed ? 2 : 1});
                if (changed && workspace >= 10 && workspace < 5_990) {
                    expected.add(id + "/" + DAY.plusDays(day));
                }
            }
        }
        jdbc.batchUpdate("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES (?, ?, ?, 'c', 'h', TRUE, 1)""", days);
        jdbc.batchUpdate("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES (?, ?, ? + 3, 1, 'terms false', 'free', TRUE, TRUE, 1)""", days);
        RatingWorkReader reader = new RatingWorkReader(
                jdbc,
                new WorkspaceRange("w-00010", "w-05989"),
                new DayRange(new BillingDay(DAY.minusDays(1)), new BillingDay(DAY.plusDays(4))),
                limit,
                (day, overLimit, drawdown) -> "terms " + overLimit,
                sharing(false));
        Set<String> found = new TreeSet<>();
        for (RatingWork work = reader.read(); work != null; work = reader.read()) {
            assertThat(found.add(work.workspaceDay().toString())).isTrue();
            assertThat(work.rating()).isEqualTo(6);
        }
        assertThat(found).isEqualTo(expected);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** ws-0 comes before ws-1 in the package of their account, and lies outside of the range that is read. */
    @Test
    void findsWhatIsLeftOfAPackageByWorkspacesOfOtherRanges() {
        metered("ws-0", 30_000_000);
        jdbc.update("UPDATE metered_day SET revision = 2 WHERE workspace_id = 'ws-1'");
        measured("ws-1", 2, 25_000_000);
        RatingWork work = Objects.requireNonNull(work());
        assertThat(work.drawdown().covered())
                .containsEntry(Meter.LOG, new BigDecimal("10000000"))
                .containsEntry(Meter.TRACE, BigDecimal.ZERO)
                .doesNotContainKey(Meter.DATAKIT);
        jdbc.update("""
                UPDATE rated_day SET revision = 2, terms_digest = ? WHERE workspace_id = 'ws-1'""", work.termsDigest());
        assertThat(work()).isNull();
        measured("ws-0", 1, 30_000_001);
        assertThat(work()).isNotNull();
    }

    private void metered(String workspace, long logs) {
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES (?, ?, 1, 'c', 'h', TRUE, 1)""", workspace, DAY);
        jdbc.update("""
                INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,
                  unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit, is_current,
                  run_id) VALUES (?, ?, 1, 'i', 1, 1, 0, 1, 1, 0, 0, 0, FALSE, TRUE, 1)""", workspace, DAY);
        measured(workspace, 1, logs);
    }

    private void measured(String workspace, int revision, long logs) {
        new FactRows(jdbc).measure(workspace, DAY, revision, Measure.LOG_ITEMS, 14, logs);
    }

    private @Nullable RatingWork work() {
        return new RatingWorkReader(
                        jdbc,
                        new WorkspaceRange("ws-1", "ws-1"),
                        DAYS,
                        limit,
                        (day, overLimit, drawdown) -> "terms " + overLimit
                                + (drawdown.covered().isEmpty() ? "" : Integer.toString(drawdown.hashCode())),
                        sharing(jdbc.queryForObject("SELECT COUNT(*) FROM metered_day", Integer.class) == 2))
                .read();
    }

    private static QuotaAllocator sharing(boolean withPackage) {
        List<WorkspaceId> workspaces = List.of(new WorkspaceId("ws-0"), new WorkspaceId("ws-1"));
        BillingAccountId account = new BillingAccountId("acct-1");
        BillingDay from = new BillingDay(DAY.minusDays(1));
        Currency cny = Currency.getInstance("CNY");
        AccountDirectory directory = new AccountDirectory(
                workspaces.stream()
                        .map(id -> new Workspace(id, "", "cn1", "a@b.example", StorageType.ES, Channel.WEBSITE, from))
                        .toList(),
                List.of(new BillingAccount(account, "one", "", cny, true)),
                workspaces.stream()
                        .map(id -> new Binding(id, account, SettlementMethod.WALLET, null, new DayRange(from, null)))
                        .toList(),
                List.of());
        Rater rater = new Rater(new RatingFacts(
                directory,
                new PriceBooks(List.of(new PriceBook(
                        from,
                        Map.of(new PriceBook.Position(new MeterTier(Meter.LOG, 14), SiteGroup.CN, cny), BigDecimal.ONE),
                        "book"))),
                new ContractPrices(List.of()),
                PrivateTariffs.NONE,
                Map.of("cn1", new Site("cn1", SiteGroup.CN, ZoneId.of("Asia/Shanghai"))),
                UnitsRule.EXACT));
        Packages packages = new Packages(
                List.of(new UsagePackage("pkg-1", account, PackageKind.STARTER, from, workspaces)), List.of());
        return new QuotaAllocator(directory, withPackage ? packages : Packages.NONE, rater);
    }
}
