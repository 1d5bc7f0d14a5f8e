package io.billingcenter.schema.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.Alert;
import io.billingcenter.domain.billing.FeeHold;
import io.billingcenter.domain.billing.FeeKey;
import io.billingcenter.domain.billing.FeePosting;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.WorkspaceDayColumns;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Postings, usage and holds come back from the tables as the domain wrote them. */
class BillingRowsTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final WorkspaceDay WORKSPACE_DAY = new WorkspaceDay(new WorkspaceId("w1"), DAY);
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final Currency USD = Currency.getInstance("USD");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("ba_1");

    private static JdbcTemplate jdbc;

    @BeforeAll
    static void migrate() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @BeforeEach
    void clear() {
        for (Table table : List.of(PostingTable.TABLE, DayHoldTable.TABLE, FeeHoldTable.TABLE)) {
            jdbc.update("DELETE FROM " + table.name());
        }
    }

    @Test
    void randomPostingsComeBackAsTheyWere() {
        Random random = new Random(20_261_121);
        List<Posting> postings = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            postings.add(posting(random, i + 1));
        }
        PostingTable.TABLE.insert(
                jdbc,
                postings.stream()
                        .map(posting -> PostingTable.row(posting, 3, 7))
                        .toList());
        List<Posting> found = jdbc.query(
                PostingTable.TABLE.select() + " ORDER BY ordinal", (row, number) -> PostingTable.posting(row));
        assertThat(found)
                .usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(postings);
        assertThat(jdbc.queryForObject("SELECT SUM(amount) FROM posting", BigDecimal.class))
                .isEqualByComparingTo(postings.stream()
                        .map(posting -> posting.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    @Test
    void aPostingOfAChargeHasNoAgreement() {
        PostingTable.TABLE.insert(jdbc, PostingTable.row(posting(new Random(1), 1), 2, 9));
        assertThat(jdbc.queryForMap("SELECT agreement_id, rating, run_id FROM posting"))
                .containsEntry("AGREEMENT_ID", "")
                .containsEntry("RATING", 2)
                .containsEntry("RUN_ID", 9L);
    }

    @Test
    void aFeeOfAnAccountHasNeitherWorkspaceNorMeterButItsRound() {
        FeePosting fee = fee(null, null, 4);
        PostingTable.TABLE.insert(jdbc, PostingTable.row(fee, 7));
        assertThat(jdbc.queryForMap("SELECT * FROM posting"))
                .containsEntry("WORKSPACE_ID", "")
                .containsEntry("METER", "")
                .containsEntry("RETENTION_DAYS", Meter.FLAT)
                .containsEntry("AGREEMENT_ID", "pkg_1")
                .containsEntry("RATING", 4)
                .containsEntry("PRICE_VERSION", null)
                .containsEntry("POSTING_ID", fee.id());
    }

    @Test
    void aFeeOfAWorkspaceNamesItAndItsTier() {
        MeterTier tier = new MeterTier(Meter.TRACE, 14);
        PostingTable.TABLE.insert(jdbc, PostingTable.row(fee(new WorkspaceId("w2"), tier, 1), 7));
        assertThat(jdbc.queryForMap("SELECT * FROM posting"))
                .containsEntry("WORKSPACE_ID", "w2")
                .containsEntry("METER", "trace")
                .containsEntry("RETENTION_DAYS", 14);
    }

    @ParameterizedTest
    @EnumSource(HoldReason.class)
    void aHoldComesBackWithAndWithoutItsUsage(HoldReason reason) {
        Usage usage = new Usage(new MeterTier(Meter.LOG, 30), new BigDecimal("12.00"));
        List<Hold> holds = List.of(new Hold(reason, null, "no row"), new Hold(reason, usage, "no price"));
        holds.forEach(hold -> DayHoldTable.TABLE.insert(jdbc, DayHoldTable.row(WORKSPACE_DAY, 1, hold)));
        assertThat(jdbc.query(DayHoldTable.TABLE.select() + " ORDER BY meter", (row, number) -> DayHoldTable.hold(row)))
                .isEqualTo(holds);
    }

    @Test
    void theKeyAllowsOneAlertPerWorkspaceDayAndMeter() {
        Money much = Money.of(CNY, new BigDecimal("100.01"));
        Money threshold = Money.of(CNY, new BigDecimal("100.00"));
        for (Meter meter : new @Nullable Meter[] {null, Meter.LOG}) {
            Alert alert = new Alert(WORKSPACE_DAY, meter, threshold, much);
            RaisedAlertTable.TABLE.insert(jdbc, RaisedAlertTable.row(alert, 1));
            assertThatThrownBy(() -> RaisedAlertTable.TABLE.insert(jdbc, RaisedAlertTable.row(alert, 2)))
                    .isInstanceOf(DuplicateKeyException.class);
        }
        assertThat(jdbc.query("SELECT meter FROM raised_alert ORDER BY meter", (row, number) -> row.getString(1)))
                .containsExactly("", "log");
    }

    @Test
    void rowsOfAWorkspaceDayAreDeletedWithoutThoseOfItsNeighbours() {
        WorkspaceDay nextDay = new WorkspaceDay(WORKSPACE_DAY.workspace(), BillingDay.parse("2026-11-22"));
        WorkspaceDay other = new WorkspaceDay(new WorkspaceId("w10"), DAY);
        Hold hold = new Hold(HoldReason.values()[0], null, "held");
        for (WorkspaceDay day : List.of(WORKSPACE_DAY, nextDay, other)) {
            DayHoldTable.TABLE.insert(jdbc, DayHoldTable.row(day, 1, hold));
        }
        WorkspaceDayColumns.delete(jdbc, DayHoldTable.TABLE, List.of(WORKSPACE_DAY));
        WorkspaceDayColumns.delete(jdbc, DayHoldTable.TABLE, List.of());
        assertThat(jdbc.query(DayHoldTable.TABLE.select(), (row, number) -> WorkspaceDayColumns.get(row)))
                .containsExactlyInAnyOrder(nextDay, other);
    }

    @Test
    void aHeldFeeNamesAgreementAndWorkspace() {
        FeeHoldTable.TABLE.insert(
                jdbc,
                FeeHoldTable.row(
                        DAY, new FeeHold("sub_1", new WorkspaceId("w1"), HoldReason.NO_BINDING, "nobody pays")));
        jdbc.query(FeeHoldTable.TABLE.select(), row -> {
            assertThat(FeeHoldTable.BILLING_DAY.get(row)).isEqualTo(DAY);
            assertThat(FeeHoldTable.AGREEMENT_ID.get(row)).isEqualTo("sub_1");
            assertThat(FeeHoldTable.REASON.get(row)).isEqualTo(HoldReason.NO_BINDING);
        });
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM fee_hold", Integer.class))
                .isEqualTo(1);
    }

    private static Posting posting(Random random, int ordinal) {
        Currency currency = random.nextBoolean() ? CNY : USD;
        Meter meter = Meter.values()[random.nextInt(Meter.values().length)];
        PostingKind kind = random.nextBoolean() ? PostingKind.USAGE : PostingKind.ADJUSTMENT;
        BigDecimal quantity = BigDecimal.valueOf(random.nextLong() >> 1, 2);
        BigDecimal price = BigDecimal.valueOf(random.nextInt(1_000_000), 7);
        return new Posting(
                DAY,
                WORKSPACE_DAY,
                new PostingKey(ACCOUNT, SettlementMethod.values()[random.nextInt(6)], currency, MeterTier.flat(meter)),
                kind,
                ordinal,
                quantity,
                price,
                random.nextBoolean() ? BillingDay.parse("2024-11-06") : null,
                Money.of(currency, BigDecimal.valueOf(random.nextInt() / 2, 2)));
    }

    private static FeePosting fee(@Nullable WorkspaceId workspace, @Nullable MeterTier tier, int round) {
        FeeKey key = new FeeKey(DAY, "pkg_1", ACCOUNT, SettlementMethod.WALLET, CNY, workspace, tier);
        return new FeePosting(
                DAY,
                key,
                PostingKind.PACKAGE,
                1,
                round,
                BigDecimal.ONE,
                new BigDecimal("100"),
                Money.of(CNY, new BigDecimal("100.00")));
    }
}
