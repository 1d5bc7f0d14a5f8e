package io.billingcenter.readers.tables.reference;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.domain.account.PlanPeriod;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.account.Workspace;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.AlertThreshold;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.pricing.ContractPrice;
import io.billingcenter.domain.pricing.ContractPrices;
import io.billingcenter.domain.pricing.PrivateTariff;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.usage.RetentionPolicies;
import io.billingcenter.domain.usage.RetentionPolicy;
import io.billingcenter.schema.fapiao.FapiaoResultTable;
import io.billingcenter.schema.reference.AccountUnlockTable;
import io.billingcenter.schema.reference.AlertThresholdTable;
import io.billingcenter.schema.reference.BillingAccountTable;
import io.billingcenter.schema.reference.BindingTable;
import io.billingcenter.schema.reference.ConsoleAccountTable;
import io.billingcenter.schema.reference.ContractPriceTable;
import io.billingcenter.schema.reference.InvoiceProfileTable;
import io.billingcenter.schema.reference.PackageTable;
import io.billingcenter.schema.reference.PlanTable;
import io.billingcenter.schema.reference.PrepaidCardTable;
import io.billingcenter.schema.reference.PrivateTariffTable;
import io.billingcenter.schema.reference.RechargeTable;
import io.billingcenter.schema.reference.ReferenceFileTable;
import io.billingcenter.schema.reference.RetentionPolicyTable;
import io.billingcenter.schema.reference.TrafficPackTable;
import io.billingcenter.schema.reference.VendorReleaseTable;
import io.billingcenter.schema.reference.VoucherTable;
import io.billingcenter.schema.reference.WorkspaceTable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads reference data as it was imported, from its tables. */
public final class ReferenceTableReader {

    private static final String ORDER = " ORDER BY ";

    private static final String TARIFFS = PrivateTariffTable.TABLE.select() + ORDER + PrivateTariffTable.WORKSPACE_ID
            + ", " + PrivateTariffTable.FROM_DAY;
    private static final String RELEASES = VendorReleaseTable.TABLE.select() + ORDER + VendorReleaseTable.SETTLEMENT
            + ", " + VendorReleaseTable.FROM_DAY;
    private static final String THRESHOLDS = AlertThresholdTable.TABLE.select() + ORDER
            + AlertThresholdTable.WORKSPACE_ID + ", " + AlertThresholdTable.METER + ", " + AlertThresholdTable.FROM_DAY;
    private static final String VOUCHERS = VoucherTable.TABLE.select() + ORDER + VoucherTable.VOUCHER_ID;
    private static final String CARDS = PrepaidCardTable.TABLE.select() + ORDER + PrepaidCardTable.CARD_ID;
    private static final String RECHARGES = RechargeTable.TABLE.select() + ORDER + RechargeTable.RECHARGE_ID;
    private static final String PACKAGES = PackageTable.TABLE.select() + ORDER + PackageTable.PACKAGE_ID;
    private static final String PACKS = TrafficPackTable.TABLE.select() + ORDER + TrafficPackTable.PACK_ID;
    private static final String UNLOCKS = AccountUnlockTable.TABLE.select() + ORDER + AccountUnlockTable.ACCOUNT_ID
            + ", " + AccountUnlockTable.FROM_DAY;

    private static final String RESULTS = FapiaoResultTable.TABLE.select() + ORDER + FapiaoResultTable.REQUEST_ID + ", "
            + FapiaoResultTable.STATE + ", " + FapiaoResultTable.FAPIAO_NUMBER;

    private static final String PROFILES = InvoiceProfileTable.TABLE.select() + ORDER + InvoiceProfileTable.ACCOUNT_ID
            + ", " + InvoiceProfileTable.FROM_DAY;

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public ReferenceTableReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the SHA-256 of the files that the last import had, by file name. */
    public Map<String, String> importedFiles() {
        Map<String, String> files = new TreeMap<>();
        jdbc.query(ReferenceFileTable.TABLE.select(), row -> {
            files.put(ReferenceFileTable.NAME.get(row), ReferenceFileTable.SHA256.get(row));
        });
        return files;
    }

    /** Returns everything that is in the tables. */
    public ReferenceData data() {
        return new ReferenceData(
                consoleAccounts(),
                billingAccounts(),
                workspaces(),
                bindings(),
                plans(),
                policies(),
                contractPriceList(),
                vouchers(),
                prepaidCards(),
                recharges(),
                packages(),
                trafficPacks(),
                privateTariffs(),
                vendorReleases(),
                unlocks(),
                alertThresholds(),
                invoiceProfiles(),
                fapiaoResults());
    }

    /** Returns the directory of accounts and workspaces, by the bindings as they were made. */
    public AccountDirectory directory() {
        return directory(ReleasedVendors.NONE);
    }

    /** Returns the directory of accounts and workspaces, after the release of these cloud accounts. */
    public AccountDirectory directory(ReleasedVendors released) {
        return new AccountDirectory(workspaces(), billingAccounts(), released.inForce(bindings()), plans());
    }

    /** Returns the bindings as they were made. */
    public List<Binding> bindings() {
        return jdbc.query(BindingTable.TABLE.select(), (row, number) -> BindingTable.binding(row));
    }

    /** Returns the retention policies of every workspace that has some. */
    public Map<WorkspaceId, RetentionPolicies> retentionPolicies() {
        return policies().stream()
                .collect(Collectors.groupingBy(
                        RetentionPolicy::workspace,
                        Collectors.collectingAndThen(Collectors.toList(), RetentionPolicies::new)));
    }

    /** Returns the agreed prices of all accounts. */
    public ContractPrices contractPrices() {
        return new ContractPrices(contractPriceList());
    }

    /** Returns the agreed prices one by one. */
    public List<ContractPrice> contractPriceList() {
        return jdbc.query(ContractPriceTable.TABLE.select(), (row, number) -> ContractPriceTable.contractPrice(row));
    }

    /** Returns the tariffs of private deployments, by workspace and first day. */
    public List<PrivateTariff> privateTariffs() {
        return jdbc.query(TARIFFS, (row, number) -> PrivateTariffTable.privateTariff(row));
    }

    /** Returns the cloud accounts that have ended. */
    public List<VendorRelease> vendorReleases() {
        return jdbc.query(RELEASES, (row, number) -> VendorReleaseTable.vendorRelease(row));
    }

    /** Returns the alert thresholds, by workspace, meter (the one for everything first) and first day. */
    public List<AlertThreshold> alertThresholds() {
        return jdbc.query(THRESHOLDS, (row, number) -> AlertThresholdTable.alertThreshold(row));
    }

    /** Returns the parties to which invoices are addressed, by account and first day. */
    public List<InvoiceProfile> invoiceProfiles() {
        return jdbc.query(PROFILES, (row, number) -> InvoiceProfileTable.invoiceProfile(row));
    }

    /** Returns the vouchers, by id. */
    public List<Voucher> vouchers() {
        return jdbc.query(VOUCHERS, (row, number) -> VoucherTable.voucher(row));
    }

    /** Returns the prepaid cards, by id. */
    public List<PrepaidCard> prepaidCards() {
        return jdbc.query(CARDS, (row, number) -> PrepaidCardTable.prepaidCard(row));
    }

    /** Returns the recharges, by id. */
    public List<Recharge> recharges() {
        return jdbc.query(RECHARGES, (row, number) -> RechargeTable.recharge(row));
    }

    /** Returns the packages, by id. */
    public List<UsagePackage> packages() {
        return jdbc.query(PACKAGES, (row, number) -> PackageTable.usagePackage(row));
    }

    /** Returns the traffic packs, by id. */
    public List<TrafficPack> trafficPacks() {
        return jdbc.query(PACKS, (row, number) -> TrafficPackTable.trafficPack(row));
    }

    /** Returns the results of requests for fapiao, by request. */
    public List<FapiaoResult> fapiaoResults() {
        return jdbc.query(RESULTS, (row, number) -> FapiaoResultTable.result(row));
    }

    /** Returns the unlocks, by account and day. */
    public List<Unlock> unlocks() {
        return jdbc.query(UNLOCKS, (row, number) -> AccountUnlockTable.unlock(row));
    }

    private List<ConsoleAccount> consoleAccounts() {
        return jdbc.query(ConsoleAccountTable.TABLE.select(), (row, number) -> ConsoleAccountTable.consoleAccount(row));
    }

    private List<BillingAccount> billingAccounts() {
        return jdbc.query(BillingAccountTable.TABLE.select(), (row, number) -> BillingAccountTable.billingAccount(row));
    }

    private List<Workspace> workspaces() {
        return jdbc.query(WorkspaceTable.TABLE.select(), (row, number) -> WorkspaceTable.workspace(row));
    }

    private List<PlanPeriod> plans() {
        return jdbc.query(PlanTable.TABLE.select(), (row, number) -> PlanTable.plan(row));
    }

    private List<RetentionPolicy> policies() {
        return jdbc.query(
                RetentionPolicyTable.TABLE.select(), (row, number) -> RetentionPolicyTable.retentionPolicy(row));
    }
}
