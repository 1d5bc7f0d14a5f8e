package io.billingcenter.readers.tables.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.RetentionData;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class ReferenceTableReaderTest {

    private static final WorkspaceId WS_1 = new WorkspaceId("ws-1");
    private static final BillingAccountId ACCT_1 = new BillingAccountId("acct-1");
    private static final BillingDay NEW_YEAR = BillingDay.parse("2026-01-01");

    private JdbcTemplate jdbc;
    private ReferenceTableReader reader;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
        reader = new ReferenceTableReader(jdbc);
    }

    @Test
    void findsNothingInEmptyTables() {
        assertThat(reader.directory().workspace(WS_1)).isEmpty();
        assertThat(reader.retentionPolicies()).isEmpty();
        assertThat(reader.vouchers()).isEmpty();
        assertThat(reader.packages()).isEmpty();
        assertThat(reader.privateTariffs()).isEmpty();
        assertThat(reader.contractPrices().inForce(ACCT_1, NEW_YEAR)).isEmpty();
    }

    @Test
    void readsTheDirectory() {
        jdbc.update("INSERT INTO workspace VALUES ('ws-1', 'first', 'cn1', 'a@b', 'sls', 'aws', DATE '2026-01-01')");
        jdbc.update("INSERT INTO billing_account VALUES ('acct-1', 'one', 'One', 'USD', TRUE)");
        jdbc.update(
                "INSERT INTO binding VALUES ('ws-1', DATE '2026-01-01', DATE '2026-02-01', 'acct-1', 'wallet', NULL)");
        jdbc.update("INSERT INTO binding VALUES ('ws-1', DATE '2026-02-01', NULL, 'acct-1', 'aws', '123')");
        jdbc.update("INSERT INTO plan VALUES ('ws-1', DATE '2026-01-01', NULL, 'commercial_ingest')");
        AccountDirectory directory = reader.directory();
        assertThat(directory.workspace(WS_1))
                .contains(new Workspace(WS_1, "first", "cn1", "a@b", StorageType.SLS, Channel.AWS, NEW_YEAR));
        assertThat(directory.account(ACCT_1))
                .isEqualTo(new BillingAccount(ACCT_1, "one", "One", Currency.getInstance("USD"), true));
        BillingDay february = BillingDay.parse("2026-02-01");
        assertThat(directory.binding(WS_1, NEW_YEAR))
                .contains(new Binding(WS_1, ACCT_1, SettlementMethod.WALLET, null, new DayRange(NEW_YEAR, february)));
        assertThat(directory.binding(WS_1, february))
                .contains(new Binding(WS_1, ACCT_1, SettlementMethod.AWS, "123", new DayRange(february, null)));
        assertThat(directory.plan(WS_1, NEW_YEAR)).isEqualTo(Plan.COMMERCIAL_INGEST);
    }

    @Test
    void readsRetentionPoliciesByWorkspace() {
        jdbc.update("INSERT INTO retention_policy VALUES ('ws-1', 'log', '', '2026-01-01T00:00:00.5Z', 30)");
        jdbc.update("INSERT INTO retention_policy VALUES ('ws-1', 'log', 'audit', '2026-01-01T00:00:00Z', 60)");
        Map<WorkspaceId, RetentionPolicies> policies = reader.retentionPolicies();
        assertThat(policies).containsOnlyKeys(WS_1);
        RetentionPolicies own = policies.get(WS_1);
        assertThat(own.daysAt(RetentionData.LOG, "", Instant.parse("2026-01-01T00:00:00.499999999Z")))
                .isEqualTo(14);
        assertThat(own.daysAt(RetentionData.LOG, "", Instant.parse("2026-01-01T00:00:00.5Z")))
                .isEqualTo(30);
        assertThat(own.daysAt(RetentionData.LOG, "audit", Instant.parse("2026-01-01T00:00:00Z")))
                .isEqualTo(60);
    }

    @Test
    void readsContractPrices() {
        jdbc.update("INSERT INTO contract_price VALUES ('acct-1', 'log', 14, DATE '2026-01-01', NULL, 1.3500000)");
        jdbc.update("INSERT INTO contract_price VALUES ('acct-1', 'sms', 0, DATE '2026-01-01', DATE '2026-01-02', 0)");
        ContractPrices prices = reader.contractPrices();
        assertThat(prices.price(ACCT_1, new MeterTier(Meter.LOG, 14), NEW_YEAR)).contains(new BigDecimal("1.35"));
        assertThat(prices.price(ACCT_1, MeterTier.flat(Meter.SMS), NEW_YEAR)).contains(BigDecimal.ZERO);
        assertThat(prices.price(ACCT_1, MeterTier.flat(Meter.SMS), NEW_YEAR.plusDays(1)))
                .isEmpty();
    }

    @Test
    void readsWhatAccountsPayWithById() {
        jdbc.update("INSERT INTO voucher VALUES"
                + " ('v-2', 'acct-1', 'full_reduction', 1000.50, DATE '2026-01-01', DATE '2026-02-01'),"
                + " ('v-1', 'acct-1', 'ordinary', 7, DATE '2026-01-01', DATE '2026-02-01')");
        jdbc.update("INSERT INTO prepaid_card VALUES ('c-1', 'acct-1', 100, DATE '2026-01-01', DATE '2026-02-01')");
        jdbc.update("INSERT INTO recharge VALUES ('r-1', 'acct-1', 99.95, DATE '2026-01-01')");
        jdbc.update(
                "INSERT INTO account_unlock VALUES" + " ('acct-1', DATE '2026-02-01'), ('acct-1', DATE '2026-01-01')");
        BillingDay february = BillingDay.parse("2026-02-01");
        assertThat(reader.vouchers())
                .containsExactly(
                        new Voucher("v-1", ACCT_1, VoucherKind.ORDINARY, new BigDecimal("7.00"), NEW_YEAR, february),
                        new Voucher(
                                "v-2",
                                ACCT_1,
                                VoucherKind.FULL_REDUCTION,
                                new BigDecimal("1000.50"),
                                NEW_YEAR,
                                february));
        assertThat(reader.prepaidCards())
                .containsExactly(new PrepaidCard("c-1", ACCT_1, new BigDecimal("100.00"), NEW_YEAR, february));
        assertThat(reader.recharges()).containsExactly(new Recharge("r-1", ACCT_1, new BigDecimal("99.95"), NEW_YEAR));
        assertThat(reader.unlocks()).containsExactly(new Unlock(ACCT_1, NEW_YEAR), new Unlock(ACCT_1, february));
    }

    @Test
    void readsWhatAccountsBought() {
        jdbc.update("INSERT INTO package VALUES ('p-1', 'acct-1', 'growth', DATE '2026-01-01', 'ws-2;ws-1')");
        jdbc.update("INSERT INTO traffic_pack VALUES ('t-1', 'p-1', 'log', 2000000, 0.8)");
        assertThat(reader.packages())
                .containsExactly(new UsagePackage(
                        "p-1", ACCT_1, PackageKind.GROWTH, NEW_YEAR, List.of(new WorkspaceId("ws-2"), WS_1)));
        assertThat(reader.trafficPacks())
                .containsExactly(new TrafficPack(
                        "t-1", "p-1", Meter.LOG, new BigDecimal("2000000"), new BigDecimal("0.800000")));
    }

    @Test
    void readsTariffsReleasesAndThresholds() {
        jdbc.update("INSERT INTO private_tariff VALUES"
                + " ('ws-1', DATE '2026-01-01', DATE '2026-01-02', 'payg', 0, 2.5, 0),"
                + " ('ws-1', DATE '2026-01-02', NULL, 'licence', 500, 4000, 600)");
        jdbc.update("INSERT INTO vendor_release VALUES ('aws', '12', DATE '2026-01-02')");
        jdbc.update("INSERT INTO alert_threshold VALUES"
                + " ('ws-1', 'log', DATE '2026-01-01', DATE '2026-01-02', 120.5),"
                + " ('ws-1', '', DATE '2026-01-01', NULL, 500)");
        BillingDay second = NEW_YEAR.plusDays(1);
        DayRange first = new DayRange(NEW_YEAR, second);
        assertThat(reader.privateTariffs())
                .containsExactly(
                        new PrivateTariff(WS_1, PrivateScheme.PAYG, 0, new BigDecimal("2.5"), BigDecimal.ZERO, first),
                        new PrivateTariff(
                                WS_1,
                                PrivateScheme.LICENCE,
                                500,
                                new BigDecimal("4000"),
                                new BigDecimal("600"),
                                new DayRange(second, null)));
        assertThat(reader.vendorReleases()).containsExactly(new VendorRelease(SettlementMethod.AWS, "12", second));
        assertThat(reader.alertThresholds())
                .containsExactly(
                        new AlertThreshold(WS_1, null, new BigDecimal("500.00"), new DayRange(NEW_YEAR, null)),
                        new AlertThreshold(WS_1, Meter.LOG, new BigDecimal("120.50"), first));
    }

    @Test
    void refusesCodesOfAnotherVersion() {
        jdbc.update("INSERT INTO plan VALUES ('ws-1', DATE '2026-01-01', NULL, 'platinum')");
        assertThatThrownBy(reader::directory)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("plan");
    }
}
