package io.billingcenter.readers.files.reference;

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
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceFolderTest {

    private static final BillingAccountId ACCT_1 = new BillingAccountId("acct-1");
    private static final BillingAccountId ACCT_2 = new BillingAccountId("acct-2");
    private static final WorkspaceId WS_1 = new WorkspaceId("ws-1");
    private static final WorkspaceId WS_2 = new WorkspaceId("ws-2");

    @TempDir
    private Path folder;

    private GoodReference reference;

    @BeforeEach
    void writeGoodFiles() throws IOException {
        reference = new GoodReference(folder);
    }

    private static BillingDay day(String text) {
        return BillingDay.parse(text);
    }

    private static DayRange days(String from, String to) {
        return new DayRange(day(from), to.isEmpty() ? null : day(to));
    }

    @Test
    void readsWhoOwnsAndWhoPays() {
        ReferenceData data = reference.read().data();
        assertThat(data.consoleAccounts())
                .containsExactly(
                        new ConsoleAccount("owner@a.example", "Owner"),
                        new ConsoleAccount("ops@b.example", "Operations, \"B\""));
        assertThat(data.billingAccounts())
                .containsExactly(
                        new BillingAccount(ACCT_1, "one", "莲花科技", Currency.getInstance("CNY"), true),
                        new BillingAccount(ACCT_2, "two", "", Currency.getInstance("USD"), true));
        assertThat(data.workspaces())
                .containsExactly(
                        new Workspace(
                                WS_1,
                                "first",
                                "cn1",
                                "owner@a.example",
                                StorageType.ES,
                                Channel.WEBSITE,
                                day("2026-01-01")),
                        new Workspace(
                                WS_2,
                                "second",
                                "us1",
                                "ops@b.example",
                                StorageType.SLS,
                                Channel.ALIYUN_INTL,
                                day("2026-02-01")));
        assertThat(data.bindings())
                .containsExactly(
                        new Binding(WS_1, ACCT_2, SettlementMethod.AWS, "1234-5678", days("2026-06-01", "")),
                        new Binding(WS_1, ACCT_1, SettlementMethod.AZURE, "az-1", days("2026-01-01", "2026-06-01")));
    }

    @Test
    void readsWhatIsAgreed() {
        ReferenceData data = reference.read().data();
        assertThat(data.plans())
                .containsExactly(
                        new PlanPeriod(WS_2, Plan.FREE, days("2026-02-01", "2026-03-01")),
                        new PlanPeriod(WS_2, Plan.COMMERCIAL_INGEST, days("2026-03-01", "")));
        assertThat(data.retentionPolicies())
                .containsExactly(
                        new RetentionPolicy(
                                WS_1, RetentionData.LOG, "audit", 30, Instant.parse("2025-12-31T16:00:00Z")),
                        new RetentionPolicy(WS_1, RetentionData.TRACE, "", 7, Instant.parse("2026-03-01T12:30:00.5Z")));
        assertThat(data.contractPrices())
                .containsExactly(
                        new ContractPrice(
                                ACCT_1,
                                new MeterTier(Meter.LOG, 14),
                                new BigDecimal("1.35"),
                                days("2026-01-01", "2026-07-01")),
                        new ContractPrice(
                                ACCT_1, MeterTier.flat(Meter.NETWORK_HOST), BigDecimal.ZERO, days("2026-01-01", "")));
    }

    @Test
    void readsWhatAccountsPayWith() {
        ReferenceData data = reference.read().data();
        assertThat(data.vouchers())
                .contains(new Voucher(
                        "v-2",
                        ACCT_1,
                        VoucherKind.FULL_REDUCTION,
                        new BigDecimal("1000.5"),
                        day("2026-02-01"),
                        day("2027-02-01")));
        assertThat(data.prepaidCards())
                .contains(
                        new PrepaidCard("c-2", ACCT_2, new BigDecimal("200.00"), day("2026-01-01"), day("2026-01-02")));
        assertThat(data.recharges()).contains(new Recharge("r-1", ACCT_1, new BigDecimal("5000"), day("2026-01-01")));
        assertThat(data.packages())
                .contains(new UsagePackage("p-1", ACCT_1, PackageKind.STARTER, day("2026-01-01"), List.of(WS_2, WS_1)));
        assertThat(data.trafficPacks())
                .contains(new TrafficPack("t-1", "p-1", Meter.LOG, new BigDecimal("2000000"), new BigDecimal("0.8")));
    }

    @Test
    void readsTariffsReleasesUnlocksAndThresholds() {
        ReferenceData data = reference.read().data();
        assertThat(data.privateTariffs())
                .containsExactly(
                        new PrivateTariff(
                                WS_2,
                                PrivateScheme.PAYG,
                                0,
                                new BigDecimal("2.5"),
                                BigDecimal.ZERO,
                                days("2026-01-01", "2027-01-01")),
                        new PrivateTariff(
                                WS_2,
                                PrivateScheme.LICENCE,
                                500,
                                new BigDecimal("4000"),
                                new BigDecimal("600"),
                                days("2027-01-01", "")));
        assertThat(data.vendorReleases())
                .containsExactly(
                        new VendorRelease(SettlementMethod.AWS, "1234-5678", day("2026-09-01")),
                        new VendorRelease(SettlementMethod.AZURE, "az-1", day("2026-03-01")));
        assertThat(data.unlocks())
                .containsExactly(new Unlock(ACCT_1, day("2026-03-05")), new Unlock(ACCT_1, day("2026-09-17")));
        assertThat(data.alertThresholds())
                .containsExactly(
                        new AlertThreshold(WS_1, null, new BigDecimal("500"), days("2026-01-01", "")),
                        new AlertThreshold(WS_1, Meter.LOG, new BigDecimal("120.5"), days("2026-01-01", "2026-07-01")));
        assertThat(data.invoiceProfiles())
                .containsExactly(
                        new InvoiceProfile(
                                new BillingAccountId("acct-1"),
                                new Buyer(
                                        "莲花科技",
                                        "9131",
                                        "1 Road, Shanghai",
                                        "+86 21",
                                        "ICBC",
                                        "6222",
                                        "ap@lotus.example",
                                        "CN",
                                        "PO-7",
                                        "0088",
                                        "7300010000001"),
                                days("2026-01-01", "2026-07-01")),
                        new InvoiceProfile(
                                new BillingAccountId("acct-1"),
                                new Buyer("Lotus", "", "", "", "", "", "", "", "", "", ""),
                                days("2026-07-01", "")));
        assertThat(data.fapiaoResults())
                .containsExactly(
                        new FapiaoResult(
                                "INV-2026-000001",
                                "26312000000123456789",
                                BillingDay.parse("2026-11-05"),
                                FapiaoState.ISSUED,
                                ""),
                        new FapiaoResult(
                                "INV-2026-000001", "", null, FapiaoState.RED_REQUESTED, "26312000000123456789"));
    }

    @Test
    void knowsEveryFileByItsDigest() throws IOException {
        reference.write("plans.csv", "workspace_id,plan,from,to\n");
        reference.delete("vouchers.csv");
        assertThat(reference.read().sha256ByFile())
                .hasSize(17)
                .doesNotContainKey("vouchers.csv")
                .containsEntry("plans.csv", "3dcdb3afe00a17a417c65e5ed1cde47120c4410eb9c60b8afc50130023b8600d");
    }

    @Test
    void takesMissingAndEmptyFilesForEmpty() throws IOException {
        for (String file : List.of("vouchers.csv", "prepaid_cards.csv", "traffic_packs.csv", "packages.csv")) {
            reference.delete(file);
        }
        reference.write("recharges.csv", "");
        ReferenceData data = reference.read().data();
        assertThat(data.vouchers()).isEmpty();
        assertThat(data.recharges()).isEmpty();
        assertThat(data.bindings()).hasSize(2);
    }

    @Test
    void takesAnEmptyFolderForNoDataAtAll() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        ImportedReference read = new ReferenceFolder(empty, Set.of()).read();
        assertThat(read.sha256ByFile()).isEmpty();
        assertThat(read.data().workspaces()).isEmpty();
    }

    @Test
    void needsTheFolder() {
        Path nowhere = folder.resolve("nowhere");
        ReferenceFolder missing = new ReferenceFolder(nowhere, Set.of());
        assertThatThrownBy(missing::read)
                .isInstanceOf(InvalidReferenceException.class)
                .hasMessageContaining(nowhere + ": expected a folder with reference data, found 'none'");
    }

    @Test
    void refusesAFileUnderAnotherName() throws IOException {
        reference.write("binding.csv", "");
        reference.write("notes.txt", "passed over");
        assertThat(reference.problems())
                .singleElement()
                .asString()
                .startsWith("binding.csv: expected one of the files console_accounts.csv, billing_accounts.csv,");
    }

    @Test
    void tellsAllFaultsOfAllFilesAtOnce() throws IOException {
        reference.add("workspaces.csv", "ws 3,third,moon1,nobody,tape,bazaar,yesterday");
        reference.add("plans.csv", "ws-3,gold,2026-01-01,2026-01-01");
        reference.write("recharges.csv", "recharge_id,account_id,amount\n");
        assertThat(reference.problems().stream().map(problem -> problem.substring(0, problem.indexOf(':'))))
                .containsExactly(
                        "plans.csv, line 4, column workspace_id",
                        "plans.csv, line 4, column plan",
                        "plans.csv, line 4, column to",
                        "recharges.csv, line 1",
                        "workspaces.csv, line 4, column workspace_id",
                        "workspaces.csv, line 4, column site",
                        "workspaces.csv, line 4, column console_account",
                        "workspaces.csv, line 4, column storage_type",
                        "workspaces.csv, line 4, column channel",
                        "workspaces.csv, line 4, column created");
    }

    @Test
    void doesNotCallARowMissingThatIsRefusedItself() throws IOException {
        reference.add("workspaces.csv", "ws-3,third,cn1,owner@a.example,es,website,2026-02-30");
        reference.add("plans.csv", "ws-3,free,2026-01-01,");
        assertThat(reference.problems())
                .containsExactly(
                        "workspaces.csv, line 4, column created: expected a day like 2026-11-21, from 1900 on, found '2026-02-30'");
    }

    @Test
    void doesNotCallRowsMissingOfAFileThatCannotBeRead() throws IOException {
        reference.write("workspaces.csv", "workspace_id,name\n");
        assertThat(reference.problems())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("workspaces.csv, line 1: expected the header");
    }

    @Test
    void readsTheFilesOfAWindowsEditor() throws IOException {
        ReferenceData data = reference.read().data();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(file, "\uFEFF" + text.replace("\n", "\r\n"));
            }
        }
        assertThat(reference.read().data()).isEqualTo(data);
    }

    @Test
    void tellsThePhysicalLineOfARow() throws IOException {
        reference.add("console_accounts.csv", "\n\"a@b\",\"two\nlines\"\n\nno address,x");
        assertThat(reference.problems())
                .singleElement()
                .asString()
                .startsWith("console_accounts.csv, line 8, column email");
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("..", "input-samples"), 3)) {
            return folders
                    .filter(path ->
                            path.endsWith("reference") && !path.toString().contains("arrivals"))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsTheSamples(Path sample) {
        Set<String> sites = Set.of("cn1", "cn2", "cn3", "cn4", "us1", "ap1", "eu1", "cn6");
        assertThat(new ReferenceFolder(sample, sites).read().data().workspaces())
                .isNotEmpty();
    }
}
