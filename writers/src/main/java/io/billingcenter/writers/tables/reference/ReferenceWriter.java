package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes the tables of reference data as it was imported, and the digests of the files it came from. */
public final class ReferenceWriter {

    private static final int PAGE_ROWS = 1_000;

    private static final List<Table> TABLES = List.of(
            ReferenceFileTable.TABLE,
            ConsoleAccountTable.TABLE,
            BillingAccountTable.TABLE,
            WorkspaceTable.TABLE,
            BindingTable.TABLE,
            PlanTable.TABLE,
            RetentionPolicyTable.TABLE,
            ContractPriceTable.TABLE,
            VoucherTable.TABLE,
            PrepaidCardTable.TABLE,
            RechargeTable.TABLE,
            PackageTable.TABLE,
            TrafficPackTable.TABLE,
            PrivateTariffTable.TABLE,
            VendorReleaseTable.TABLE,
            AccountUnlockTable.TABLE,
            AlertThresholdTable.TABLE,
            InvoiceProfileTable.TABLE,
            FapiaoResultTable.TABLE);

    private final JdbcTemplate jdbc;

    /** Writes through the template. */
    public ReferenceWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Replaces everything in the caller's transaction, unless it came from the very same files.
     *
     * @param sha256ByFile SHA-256 of every file the data came from, by file name
     * @return whether anything was replaced
     */
    public boolean replace(ReferenceData data, Map<String, String> sha256ByFile) {
        if (storedDigests().equals(sha256ByFile)) {
            return false;
        }
        TABLES.forEach(table -> jdbc.update("DELETE FROM " + table));
        insertAccounts(data);
        insertAgreements(data);
        insertWallets(data);
        insert(
                ReferenceFileTable.TABLE,
                List.copyOf(sha256ByFile.entrySet()),
                file -> ReferenceFileTable.row(file.getKey(), file.getValue()));
        return true;
    }

    /** Inserts owners and payers: console accounts, billing accounts, workspaces, bindings, and released cloud accounts. */
    private void insertAccounts(ReferenceData data) {
        insert(ConsoleAccountTable.TABLE, data.consoleAccounts(), ConsoleAccountTable::row);
        insert(BillingAccountTable.TABLE, data.billingAccounts(), BillingAccountTable::row);
        insert(WorkspaceTable.TABLE, data.workspaces(), WorkspaceTable::row);
        insert(BindingTable.TABLE, data.bindings(), BindingTable::row);
        insert(VendorReleaseTable.TABLE, data.vendorReleases(), VendorReleaseTable::row);
    }

    /** Inserts agreements: plans, retention policies, contract prices, private tariffs, alert thresholds and invoice profiles. */
    private void insertAgreements(ReferenceData data) {
        insert(PlanTable.TABLE, data.plans(), PlanTable::row);
        insert(RetentionPolicyTable.TABLE, data.retentionPolicies(), RetentionPolicyTable::row);
        insert(ContractPriceTable.TABLE, data.contractPrices(), ContractPriceTable::row);
        insert(PrivateTariffTable.TABLE, data.privateTariffs(), PrivateTariffTable::row);
        insert(AlertThresholdTable.TABLE, data.alertThresholds(), AlertThresholdTable::row);
        insert(InvoiceProfileTable.TABLE, data.invoiceProfiles(), InvoiceProfileTable::row);
    }

    /** Inserts means of payment and purchases: vouchers, cards, recharges, packages and traffic packs; unlocks, and results of fapiao. */
    private void insertWallets(ReferenceData data) {
        insert(VoucherTable.TABLE, data.vouchers(), VoucherTable::row);
        insert(PrepaidCardTable.TABLE, data.prepaidCards(), PrepaidCardTable::row);
        insert(RechargeTable.TABLE, data.recharges(), RechargeTable::row);
        insert(PackageTable.TABLE, data.packages(), PackageTable::row);
        insert(TrafficPackTable.TABLE, data.trafficPacks(), TrafficPackTable::row);
        insert(AccountUnlockTable.TABLE, data.unlocks(), AccountUnlockTable::row);
        insert(FapiaoResultTable.TABLE, data.fapiaoResults(), FapiaoResultTable::row);
    }

    /** Inserts the facts page by page: rows of a large company would take as much memory again as its reference data. */
    private <T> void insert(Table table, List<T> facts, Function<T, TableRow> row) {
        for (int from = 0; from < facts.size(); from += PAGE_ROWS) {
            List<T> page = facts.subList(from, Math.min(facts.size(), from + PAGE_ROWS));
            table.insert(jdbc, page.stream().map(row).toList());
        }
    }

    private Map<String, String> storedDigests() {
        Map<String, String> digests = new HashMap<>();
        jdbc.query(ReferenceFileTable.TABLE.select(), row -> {
            digests.put(ReferenceFileTable.NAME.get(row), ReferenceFileTable.SHA256.get(row));
        });
        return digests;
    }
}
