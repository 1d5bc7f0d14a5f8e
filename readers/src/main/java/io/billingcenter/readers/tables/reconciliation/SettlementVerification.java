package io.billingcenter.readers.tables.reconciliation;

import io.billingcenter.domain.reconciliation.ControlLevel;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.readers.tables.reconciliation.ControlTables.Range;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.reconciliation.ControlTotalTable;
import io.billingcenter.schema.settlement.AccountStateTable;
import io.billingcenter.schema.settlement.AppliedUnlockTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.LinePaymentTable;
import io.billingcenter.schema.settlement.MarketplaceRecordTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import io.billingcenter.schema.settlement.WalletTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the settlements of some accounts with their control totals: of tables that only grow, the sums of all totals; of
 * tables whose rows change, the last total.
 */
final class SettlementVerification {

    private static final List<Table> GROWING = List.of(
            LedgerEntryTable.TABLE,
            LinePaymentTable.TABLE,
            MarketplaceRecordTable.TABLE,
            AccountStateTable.TABLE,
            AppliedUnlockTable.TABLE);

    private final JdbcTemplate jdbc;
    private final ReconciliationResult result;
    private final Range range;

    SettlementVerification(JdbcTemplate jdbc, ReconciliationResult result, Range range) {
        this.jdbc = jdbc;
        this.result = result;
        this.range = range;
    }

    void verify() {
        UnitComparison units = new UnitComparison(jdbc, result);
        Map<String, Map<String, RowSum>> grown = new TreeMap<>();
        readTotals(units, grown);
        for (Table table : List.of(WalletTable.TABLE, WalletBalanceTable.TABLE)) {
            units.addRows(table, SettlementVerification::wallet, ofRange("account_id"), range.arguments());
        }
        units.addRows(
                BillPaymentTable.TABLE,
                row -> wallet(row) + " " + row.getObject("posted_day", LocalDate.class) + " bill "
                        + row.getString("settlement"),
                ofRange("account_id"),
                range.arguments());
        units.compare();
        compareGrown(grown);
    }

    /** Reads the totals in the order in which they were written, so that the last one of a wallet or bill counts. */
    private void readTotals(UnitComparison units, Map<String, Map<String, RowSum>> grown) {
        jdbc.query(
                "SELECT * FROM control_total WHERE stage = 'settled'" + range.condition("workspace_id")
                        + " ORDER BY workspace_id, control_day, version",
                (ResultSet row) -> {
                    String wallet = wallet(row.getString("workspace_id"), row.getString("currency"));
                    LocalDate day = ControlTotalTable.CONTROL_DAY.get(row);
                    String parts = ControlTotalTable.PARTS.get(row);
                    UnitComparison.compareDigest(result, wallet + " " + day, row);
                    switch (ControlTotalTable.SUBJECT.get(row)) {
                        case "ledger" -> addParts(grown.computeIfAbsent(wallet, key -> new TreeMap<>()), parts);
                        case "wallet" -> units.putTotal(wallet, parts);
                        default -> units.putTotal(wallet + " " + day + " " + ControlTotalTable.SUBJECT.get(row), parts);
                    }
                },
                range.arguments());
    }

    private void compareGrown(Map<String, Map<String, RowSum>> written) {
        Map<String, Map<String, RowSum>> found = new TreeMap<>();
        for (Table table : GROWING) {
            UnitComparison.query(
                    jdbc,
                    table,
                    ofRange("account_id"),
                    row -> found.computeIfAbsent(wallet(row), key -> new TreeMap<>())
                            .computeIfAbsent(table.name(), RowSum::new)
                            .add(table, row),
                    range.arguments());
        }
        Set<String> wallets = new TreeSet<>(written.keySet());
        wallets.addAll(found.keySet());
        for (String wallet : wallets) {
            Map<String, RowSum> then = written.getOrDefault(wallet, Map.of());
            Map<String, RowSum> now = found.getOrDefault(wallet, Map.of());
            Set<String> names = new TreeSet<>(then.keySet());
            names.addAll(now.keySet());
            for (String name : names) {
                result.compare(
                        ControlLevel.ROW_DIGESTS,
                        name + " of " + wallet,
                        then.getOrDefault(name, new RowSum(name)).parts(),
                        now.getOrDefault(name, new RowSum(name)).parts());
            }
        }
    }

    private static void addParts(Map<String, RowSum> sums, String parts) {
        for (String part : parts.split(";", -1)) {
            int end = part.indexOf(' ');
            if (end > 0) {
                sums.computeIfAbsent(part.substring(0, end), RowSum::new).addParts(part);
            }
        }
    }

    private String ofRange(String column) {
        return "1 = 1" + range.condition(column);
    }

    private static String wallet(ResultSet row) throws SQLException {
        return wallet(row.getString("account_id"), row.getString("currency"));
    }

    private static String wallet(String account, String currency) {
        return "account " + account + " " + currency;
    }
}
