package io.billingcenter.writers.tables.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.Channel;
import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.StorageType;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoState;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.PrivateScheme;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.reference.ReferenceData;
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
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** One fact of every kind; a row is shown as its columns in the order of the table, null as empty. */
class ReferenceWriterTest {

    private static final WorkspaceId WS_1 = new WorkspaceId("ws-1");
    private static final BillingAccountId ACCT_1 = new BillingAccountId("acct-1");
    private static final BillingDay FIRST = BillingDay.parse("2026-01-01");
    private static final DayRange OPEN = new DayRange(FIRST, null);
    private static final DayRange ONE_DAY = new DayRange(FIRST, FIRST.plusDays(1));

    private JdbcTemplate jdbc;
    private ReferenceWriter tables;

    @BeforeEach
    void createTables() throws IOException {
        jdbc = MigratedDatabase.create();
        tables = new ReferenceWriter(jdbc);
    }

    private static ReferenceData data(String workspaceName) {
        return new ReferenceData(
                List.of(new ConsoleAccount("a@b", "Owner")),
                List.of(new BillingAccount(ACCT_1, "one", "莲花科技", Currency.getInstance("CNY"), true)),
                List.of(new Workspace(WS_1, workspaceName, "cn1", "a@b", StorageType.ES, Channel.WEBSITE, FIRST)),
                List.of(
                        new Binding(WS_1, ACCT_1, SettlementMethod.WALLET, null, ONE_DAY),
                        new Binding(WS_1, ACCT_1, SettlementMethod.AWS, "12", new DayRange(FIRST.plusDays(1), null))),
                List.of(new PlanPeriod(WS_1, Plan.FREE, ONE_DAY)),
                List.of(new RetentionPolicy(WS_1, RetentionData.LOG, "", 30, Instant.parse("2026-01-01T00:00:00.5Z"))),
                List.of(new ContractPrice(ACCT_1, new MeterTier(Meter.LOG, 14), new BigDecimal("1.35"), OPEN)),
                List.of(new Voucher("v-1", ACCT_1, VoucherKind.ORDINARY, BigDecimal.TEN, FIRST, FIRST.plusDays(9))),
                List.of(new PrepaidCard("c-1", ACCT_1, new BigDecimal("0.5"), FIRST, FIRST.plusDays(9))),
                List.of(new Recharge("r-1", ACCT_1, new BigDecimal("99.95"), FIRST)),
                List.of(new UsagePackage(
                        "p-1", ACCT_1, PackageKind.STARTER, FIRST, List.of(new WorkspaceId("ws-2"), WS_1))),
                List.of(new TrafficPack("t-1", "p-1", Meter.LOG, new BigDecimal("2000000"), new BigDecimal("0.8"))),
                List.of(
                        new PrivateTariff(WS_1, PrivateScheme.PAYG, 0, new BigDecimal("2.5"), BigDecimal.ZERO, ONE_DAY),
                        new PrivateTariff(
                                WS_1,
                                PrivateScheme.LICENCE,
                                500,
                                new BigDecimal("4000"),
                                new BigDecimal("600"),
                                new DayRange(FIRST.plusDays(1), null))),
                List.of(new VendorRelease(SettlementMethod.AWS, "12", FIRST.plusDays(2))),
                List.of(new Unlock(ACCT_1, FIRST)),
                List.of(
                        new AlertThreshold(WS_1, null, new BigDecimal("500"), ONE_DAY),
                        new AlertThreshold(WS_1, Meter.LOG, new BigDecimal("120.5"), OPEN)),
                List.of(
                        new InvoiceProfile(
                                ACCT_1,
                                new Buyer("莲花", "T1", "Road 1", "+86", "ICBC", "62", "a@b", "CN", "PO", "0088", "73"),
                                ONE_DAY),
                        new InvoiceProfile(
                                ACCT_1,
                                new Buyer("Lotus", "", "", "", "", "", "", "", "", "", ""),
                                new DayRange(FIRST.plusDays(1), null))),
                List.of(
                        new FapiaoResult("r-1", "f-1", FIRST, FapiaoState.ISSUED, ""),
                        new FapiaoResult("r-1", "", null, FapiaoState.RED_REQUESTED, "f-1")));
    }

    private List<String> rows(String table) {
        return jdbc.query("SELECT * FROM " + table, (row, number) -> {
            int columns = row.getMetaData().getColumnCount();
            return java.util.stream.IntStream.rangeClosed(1, columns)
                    .mapToObj(column -> text(row, column))
                    .collect(Collectors.joining("|"));
        });
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            String text = row.getString(column);
            return text == null ? "" : text;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reference_file, workspaces.csv|abc",
        "console_account, a@b|Owner",
        "billing_account, acct-1|one|莲花科技|CNY|TRUE",
        "workspace, ws-1|first|cn1|a@b|es|website|2026-01-01",
        "binding, ws-1|2026-01-01|2026-01-02|acct-1|wallet|;ws-1|2026-01-02||acct-1|aws|12",
        "plan, ws-1|2026-01-01|2026-01-02|free",
        "retention_policy, ws-1|log||2026-01-01T00:00:00.500Z|30",
        "contract_price, acct-1|log|14|2026-01-01||1.3500000",
        "voucher, v-1|acct-1|ordinary|10.00|2026-01-01|2026-01-10",
        "prepaid_card, c-1|acct-1|0.50|2026-01-01|2026-01-10",
        "recharge, r-1|acct-1|99.95|2026-01-01",
        "package, p-1|acct-1|starter|2026-01-01|ws-2;ws-1",
        "traffic_pack, t-1|p-1|log|2000000|0.800000",
        "private_tariff, ws-1|2026-01-01|2026-01-02|payg|0|2.5000000|0.0000000;"
                + "ws-1|2026-01-02||licence|500|4000.0000000|600.0000000",
        "vendor_release, aws|12|2026-01-03",
        "account_unlock, acct-1|2026-01-01",
        "alert_threshold, ws-1||2026-01-01|2026-01-02|500.00;ws-1|log|2026-01-01||120.50",
        "invoice_profile, acct-1|2026-01-01|2026-01-02|莲花|T1|Road 1|+86|ICBC|62|a@b|CN|PO|0088|73;"
                + "acct-1|2026-01-02||Lotus||||||||||",
        "fapiao_result, r-1|f-1|2026-01-01|ISSUED|;r-1|||RED_REQUESTED|f-1"
    })
    void holdEveryFact(String table, String expected) {
        assertThat(tables.replace(data("first"), Map.of("workspaces.csv", "abc")))
                .isTrue();
        String separator = table.equals("package") ? "\n" : ";";
        assertThat(String.join(separator, rows(table))).isEqualTo(expected);
    }

    @Test
    void stayAsTheyAreWhenTheFilesAreTheSame() {
        tables.replace(data("first"), Map.of("workspaces.csv", "abc", "plans.csv", "def"));
        assertThat(tables.replace(data("other"), Map.of("plans.csv", "def", "workspaces.csv", "abc")))
                .isFalse();
        assertThat(rows("workspace")).singleElement().asString().contains("first");
    }

    @ParameterizedTest
    @CsvSource({"workspaces.csv, xyz", "bindings.csv, abc"})
    void areReplacedWhenAnyFileDiffers(String file, String digest) {
        tables.replace(data("first"), Map.of("workspaces.csv", "abc"));
        assertThat(tables.replace(data("second"), Map.of(file, digest))).isTrue();
        assertThat(rows("workspace")).singleElement().asString().contains("second");
        assertThat(rows("reference_file")).containsExactly(file + "|" + digest);
    }

    @Test
    void areEmptiedWhenTheFilesAreGone() {
        ReferenceData nothing = new ReferenceData(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        assertThat(tables.replace(nothing, Map.of())).isFalse();
        tables.replace(data("first"), Map.of("workspaces.csv", "abc"));
        assertThat(tables.replace(nothing, Map.of())).isTrue();
        assertThat(rows("binding")).isEmpty();
        assertThat(rows("traffic_pack")).isEmpty();
        assertThat(rows("private_tariff")).isEmpty();
        assertThat(rows("vendor_release")).isEmpty();
        assertThat(rows("account_unlock")).isEmpty();
        assertThat(rows("alert_threshold")).isEmpty();
        assertThat(rows("invoice_profile")).isEmpty();
        assertThat(rows("fapiao_result")).isEmpty();
    }

    @Test
    void keepOneUsernameForOneAccount() {
        jdbc.update("INSERT INTO billing_account VALUES ('acct-1', 'one', 'One', 'CNY', TRUE)");
        assertThatThrownBy(() -> jdbc.update("INSERT INTO billing_account VALUES ('acct-2', 'one', 'X', 'CNY', TRUE)"))
                .isInstanceOf(DataIntegrityViolationException.class);
    }
}
