package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * Manual unlocks of locked accounts by the account manager, {@code unlocks.csv} (billing rules 5.7, reading Q22).
 *
 * <pre>
 * account_id,day
 * acct-aurora,2026-03-05
 * acct-aurora,2026-09-17
 * </pre>
 *
 * <ul>
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>day: first billing day on which the account is unlocked; unique per account
 * </ul>
 */
final class UnlocksFile {

    private static final String ACCOUNT_ID = "account_id";
    private static final String DAY = "day";

    static final CsvFormat FORMAT = CsvFormat.of("unlocks.csv", ACCOUNT_ID, DAY);

    private UnlocksFile() {}

    static List<Unlock> read(CsvTable table, References references) {
        UniqueKeys<Unlock> unlocks = new UniqueKeys<>("a day of the account");
        return Located.facts(table.facts(row -> unlock(row, references, unlocks)));
    }

    private static Optional<Unlock> unlock(CsvRow row, References references, UniqueKeys<Unlock> unlocks) {
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<BillingDay> day = row.cell(DAY, ValueType.DAY);
        row.fact(() -> new Unlock(account.get(), day.get())).ifPresent(unlock -> unlocks.claim(unlock, day));
        return row.fact(() -> new Unlock(account.get(), day.get()));
    }
}
