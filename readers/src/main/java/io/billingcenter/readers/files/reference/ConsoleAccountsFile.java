package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.ConsoleAccount;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import java.util.List;
import java.util.Optional;

/**
 * The logins that own workspaces, {@code console_accounts.csv} (billing rules 5.1).
 *
 * <pre>
 * email,name
 * owner@aurora.example,Aurora Owner
 * ops@lotus.example,"Lotus, Operations"
 * </pre>
 *
 * <ul>
 *   <li>email: identifies the account; one @
 *   <li>name: display name, may be empty
 * </ul>
 */
final class ConsoleAccountsFile {

    static final String EMAIL = "email";
    private static final String NAME = "name";

    static final CsvFormat FORMAT = CsvFormat.of("console_accounts.csv", EMAIL, NAME);

    private ConsoleAccountsFile() {}

    static List<ConsoleAccount> read(CsvTable table) {
        UniqueKeys<String> emails = new UniqueKeys<>("an e-mail address");
        return Located.facts(table.facts(row -> account(row, emails)));
    }

    private static Optional<ConsoleAccount> account(CsvRow row, UniqueKeys<String> emails) {
        Cell<String> email = row.cell(EMAIL, ReferenceTypes.EMAIL);
        Cell<String> name = row.cell(NAME, ReferenceTypes.NAME);
        emails.claim(email);
        return row.fact(() -> new ConsoleAccount(email.get(), name.get()));
    }
}
