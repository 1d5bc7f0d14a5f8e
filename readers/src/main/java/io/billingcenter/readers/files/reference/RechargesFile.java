package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Cash paid into wallets, {@code recharges.csv} (billing rules 6.2).
 *
 * <pre>
 * recharge_id,account_id,amount,day
 * r-1,acct-aurora,5000,2026-01-05
 * r-2,acct-orion,99.95,2026-02-11
 * </pre>
 *
 * <ul>
 *   <li>recharge_id: identifies the recharge
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>amount: in the account's currency, above 0 with at most 2 decimals
 *   <li>day: first day on which it can be used
 * </ul>
 */
final class RechargesFile {

    private static final String RECHARGE_ID = "recharge_id";
    private static final String ACCOUNT_ID = "account_id";
    private static final String AMOUNT = "amount";
    private static final String DAY = "day";

    static final CsvFormat FORMAT = CsvFormat.of("recharges.csv", RECHARGE_ID, ACCOUNT_ID, AMOUNT, DAY);

    private RechargesFile() {}

    static List<Recharge> read(CsvTable table, References references) {
        UniqueKeys<String> ids = new UniqueKeys<>("an id");
        return Located.facts(table.facts(row -> recharge(row, references, ids)));
    }

    private static Optional<Recharge> recharge(CsvRow row, References references, UniqueKeys<String> ids) {
        Cell<String> id = row.cell(RECHARGE_ID, ReferenceTypes.ID);
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<BigDecimal> amount = ReferenceTypes.amount(row, AMOUNT);
        Cell<BillingDay> day = row.cell(DAY, ValueType.DAY);
        ids.claim(id);
        return row.fact(() -> new Recharge(id.get(), account.get(), amount.get(), day.get()));
    }
}
