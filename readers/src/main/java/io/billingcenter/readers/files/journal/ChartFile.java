package io.billingcenter.readers.files.journal;

import io.billingcenter.domain.journal.Chart;
import io.billingcenter.domain.journal.JournalKey;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Problems;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The chart of accounts, {@code chart_of_accounts.csv}: the account of the general ledger for each key of the journal. Lines that
 * begin with {@code #} are remarks.
 *
 * <pre>
 * key,account_code,account_name,tax_code
 * receivable.wallet,112201,Accounts receivable - wallets,
 * revenue.log,600102,Revenue - logs,
 * </pre>
 *
 * <ul>
 *   <li>key: a key of the journal; each at most once
 *   <li>account_code: code of the account, 1 to 64 characters
 *   <li>account_name: name of the account; may be empty
 *   <li>tax_code: code that the accounting program knows for the tax of the account; may be empty
 * </ul>
 */
public final class ChartFile {

    private static final String KEY = "key";
    private static final String ACCOUNT_CODE = "account_code";
    private static final String ACCOUNT_NAME = "account_name";
    private static final String TAX_CODE = "tax_code";
    private static final int LONGEST = 64;
    private static final int LONGEST_NAME = 200;

    private static final CsvFormat FORMAT =
            CsvFormat.withRemarks("chart_of_accounts.csv", List.of(KEY, ACCOUNT_CODE, ACCOUNT_NAME, TAX_CODE));

    private ChartFile() {}

    /**
     * Reads the chart.
     *
     * @param place path of the file, for people
     * @throws InvalidChartException if the file has a fault; it lists all of them
     */
    public static Chart read(String place, byte[] content) {
        Problems problems = new Problems();
        CsvTable table = CsvTable.parse(FORMAT, content, problems);
        UniqueKeys<JournalKey> keys = new UniqueKeys<>("a key");
        Map<JournalKey, Chart.Account> accounts = new HashMap<>();
        for (CsvRow row : table.rows()) {
            Cell<JournalKey> key = row.cell(
                    KEY,
                    ValueType.oneOf(
                            JournalKey.all().stream().map(JournalKey::value).toList(),
                            text -> JournalKey.all().stream()
                                    .filter(known -> known.value().equals(text))
                                    .findFirst()));
            keys.claim(key);
            Cell<String> code = row.cell(ACCOUNT_CODE, ValueType.text(LONGEST))
                    .require(text -> !text.isBlank(), "an account code of 1 to " + LONGEST + " characters");
            Cell<String> name = row.cell(ACCOUNT_NAME, ValueType.text(LONGEST_NAME));
            Cell<String> tax = row.cell(TAX_CODE, ValueType.text(LONGEST));
            row.fact(() -> new Chart.Account(code.get(), name.get(), tax.get()))
                    .ifPresent(account -> accounts.put(key.get(), account));
        }
        if (!problems.isEmpty()) {
            throw new InvalidChartException(place, problems.sorted());
        }
        return new Chart(accounts);
    }
}
