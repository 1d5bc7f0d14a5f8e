package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The billing accounts, {@code billing_accounts.csv} (billing rules 5.1).
 *
 * <pre>
 * account_id,username,name,currency,certified
 * acct-aurora,aurora,Aurora Shop Ltd,CNY,true
 * acct-orion,orion,Orion Pte. Ltd.,USD,false
 * </pre>
 *
 * <ul>
 *   <li>account_id: identifies the account
 *   <li>username: also unique
 *   <li>name: display name, may be empty
 *   <li>currency: billing currency of the account, {@code CNY} or {@code USD}
 *   <li>certified: {@code true} if the enterprise that owns the account is certified, else {@code false}
 * </ul>
 */
final class BillingAccountsFile {

    static final String ACCOUNT_ID = "account_id";
    private static final String USERNAME = "username";
    private static final String NAME = "name";
    private static final String CURRENCY = "currency";
    private static final String CERTIFIED = "certified";

    static final CsvFormat FORMAT =
            CsvFormat.of("billing_accounts.csv", ACCOUNT_ID, USERNAME, NAME, CURRENCY, CERTIFIED);

    private BillingAccountsFile() {}

    static List<BillingAccount> read(CsvTable table) {
        UniqueKeys<BillingAccountId> ids = new UniqueKeys<>("an id");
        UniqueKeys<String> usernames = new UniqueKeys<>("a username");
        return Located.facts(table.facts(row -> account(row, ids, usernames)));
    }

    private static Optional<BillingAccount> account(
            CsvRow row, UniqueKeys<BillingAccountId> ids, UniqueKeys<String> usernames) {
        Cell<BillingAccountId> id = row.cell(ACCOUNT_ID, ReferenceTypes.ACCOUNT_ID);
        Cell<String> username = row.cell(USERNAME, ReferenceTypes.KEY_TEXT);
        Cell<String> name = row.cell(NAME, ReferenceTypes.NAME);
        Cell<Currency> currency = row.cell(CURRENCY, ReferenceTypes.CURRENCY);
        Cell<Boolean> certified = row.cell(CERTIFIED, ValueType.BOOLEAN);
        ids.claim(id);
        usernames.claim(username);
        return row.fact(
                () -> new BillingAccount(id.get(), username.get(), name.get(), currency.get(), certified.get()));
    }
}
