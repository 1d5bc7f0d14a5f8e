package io.billingcenter.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies the key and the end of a row of every reference file; the parts of a key are shown with slashes. */
class ReferenceRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final BillingAccountId ACCOUNT = new BillingAccountId("acct");
    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws");
    private static final BillingDay FROM = BillingDay.parse("2026-01-01");
    private static final DayRange OPEN = new DayRange(FROM, null);
    private static final DayRange ENDED = new DayRange(FROM, BillingDay.parse("2026-06-01"));

    private static final ReferenceData DATA = new ReferenceData(
            List.of(new ConsoleAccount("a@b.example", "A")),
            List.of(new BillingAccount(ACCOUNT, "a", "A", Currency.getInstance("CNY"), true)),
            List.of(new Workspace(WORKSPACE, "w", "cn1", "a@b.example", StorageType.ES, Channel.WEBSITE, FROM)),
            List.of(new Binding(WORKSPACE, ACCOUNT, SettlementMethod.WALLET, null, OPEN)),
            List.of(new PlanPeriod(WORKSPACE, Plan.FREE, ENDED)),
            List.of(
                    new RetentionPolicy(WORKSPACE, RetentionData.LOG, "i", 7, Instant.parse("2026-01-01T00:00:00Z")),
                    new RetentionPolicy(WORKSPACE, RetentionData.LOG, "i", 14, Instant.parse("2026-03-01T16:00:00Z")),
                    new RetentionPolicy(WORKSPACE, RetentionData.LOG, "", 14, Instant.parse("2026-02-01T00:00:00Z"))),
            List.of(new ContractPrice(ACCOUNT, new MeterTier(Meter.LOG, 14), BigDecimal.ONE, ENDED)),
            List.of(new Voucher(
                    "v-1", ACCOUNT, VoucherKind.ORDINARY, BigDecimal.ONE, FROM, BillingDay.parse("2026-12-31"))),
            List.of(new PrepaidCard("c-1", ACCOUNT, BigDecimal.TEN, FROM, BillingDay.parse("2027-01-01"))),
            List.of(new Recharge("r-1", ACCOUNT, BigDecimal.ONE, FROM)),
            List.of(new UsagePackage("p-1", ACCOUNT, PackageKind.STARTER, FROM, List.of(WORKSPACE))),
            List.of(
                    new TrafficPack("t-1", "p-1", Meter.LOG, BigDecimal.ONE, BigDecimal.ONE),
                    new TrafficPack("t-2", "p-9", Meter.LOG, BigDecimal.ONE, BigDecimal.ONE)),
            List.of(new PrivateTariff(WORKSPACE, PrivateScheme.PAYG, 0, BigDecimal.ONE, BigDecimal.ZERO, OPEN)),
            List.of(new VendorRelease(SettlementMethod.AWS, "aws-1", FROM)),
            List.of(new Unlock(ACCOUNT, FROM)),
            List.of(
                    new AlertThreshold(WORKSPACE, null, BigDecimal.ONE, OPEN),
                    new AlertThreshold(WORKSPACE, Meter.SMS, BigDecimal.ONE, ENDED)),
            List.of(new InvoiceProfile(ACCOUNT, new Buyer("A Ltd", "", "", "", "", "", "", "", "", "", ""), ENDED)),
            List.of(new FapiaoResult("INV-1", "263", FROM, FapiaoState.ISSUED, "")));

    private static List<String> shown(ReferenceFile file) {
        return ReferenceRows.of(DATA, ZONE).getOrDefault(file, List.of()).stream()
                .map(row -> row.key().replace('\0', '/') + " " + (row.end() == null ? "open" : row.end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "console_accounts, a@b.example open",
        "billing_accounts, acct open",
        "workspaces, ws open",
        "bindings, ws/2026-01-01 open",
        "plans, ws/2026-01-01 2026-06-01",
        "contract_prices, acct/log/14/2026-01-01 2026-06-01",
        "vouchers, v-1 2026-12-31",
        "prepaid_cards, c-1 2027-01-01",
        "recharges, r-1 open",
        "packages, p-1 2027-01-01",
        "private_tariffs, ws/2026-01-01 open",
        "vendor_releases, aws/aws-1 open",
        "unlocks, acct/2026-01-01 open",
        "invoice_profiles, acct/2026-01-01 2026-06-01",
        "fapiao_results, INV-1/ISSUED/263 open"
    })
    void aRowHasItsKeyAndItsEnd(String file, String row) {
        assertThat(shown(ReferenceFile.ofText(file).orElseThrow())).containsExactly(row);
    }

    @Test
    void aPolicyEndsOnTheDayOfTheNextOneForTheSameSubject() {
        // 16:00 UTC is midnight in the zone, so the first policy ends on 2 March.
        assertThat(shown(ReferenceFile.RETENTION_POLICIES))
                .containsExactly(
                        "ws/log/i/2026-01-01T00:00:00Z 2026-03-02",
                        "ws/log/i/2026-03-01T16:00:00Z open",
                        "ws/log//2026-02-01T00:00:00Z open");
    }

    @Test
    void aPackEndsWithItsPackage() {
        assertThat(shown(ReferenceFile.TRAFFIC_PACKS)).containsExactly("t-1 2027-01-01", "t-2 open");
    }

    @Test
    void aThresholdIsIdentifiedByItsMeterToo() {
        assertThat(shown(ReferenceFile.ALERT_THRESHOLDS))
                .containsExactly("ws//2026-01-01 open", "ws/sms/2026-01-01 2026-06-01");
    }

    @Test
    void filesWithoutRowsAreAbsent() {
        Map<ReferenceFile, List<ReferenceRow>> rows = ReferenceRows.of(
                new ReferenceData(
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                        List.of(), List.of()),
                ZONE);
        assertThat(rows).isEmpty();
        assertThat(ReferenceRows.of(DATA, ZONE)).containsOnlyKeys(ReferenceFile.values());
    }

    @ParameterizedTest
    @CsvSource({"vouchers, vouchers.csv, true", "voucher, voucher.csv, false", "'', .csv, false"})
    void filesAreFoundByTheirNames(String text, String fileName, boolean known) {
        assertThat(ReferenceFile.ofText(text).isPresent()).isEqualTo(known);
        assertThat(ReferenceFile.ofFileName(fileName)).isEqualTo(ReferenceFile.ofText(text));
    }
}
