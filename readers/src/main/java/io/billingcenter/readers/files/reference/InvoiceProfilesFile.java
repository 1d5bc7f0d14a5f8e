package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import java.util.List;
import java.util.Optional;

/**
 * The parties to which invoices are addressed, {@code invoice_profiles.csv}. The profile that is in force on the last day of
 * a month is printed on the account's invoice of the month. The days of an account must not overlap.
 *
 * <pre>
 * account_id,title,tax_id,address,phone,bank,bank_account,email,country,buyer_reference,endpoint_scheme,endpoint,from,to
 * acct-lotus,Lotus Tech Ltd,91310000MA1K35XX0Y,"1 Century Avenue, Shanghai",+86 21 5555 0100,,,ap@lotus.example,CN,,,,2026-01-01,
 * </pre>
 *
 * <ul>
 *   <li>account_id: an account of {@code billing_accounts.csv}
 *   <li>title: registered name of the buyer
 *   <li>tax_id: tax number or VAT id; may be empty
 *   <li>address, phone, bank, bank_account: printed on documents; may be empty
 *   <li>email: e-mail address of the accounts payable; may be empty
 *   <li>country: ISO 3166-1 code of two capital letters; may be empty
 *   <li>buyer_reference: text by which the buyer assigns an invoice; may be empty
 *   <li>endpoint_scheme, endpoint: electronic address for e-invoices, like {@code 0088} and {@code 7300010000001}; both or
 *       none
 *   <li>from: first day
 *   <li>to: first day after the range; empty for an open range
 * </ul>
 */
final class InvoiceProfilesFile {

    private static final String ACCOUNT_ID = "account_id";
    private static final String TITLE = "title";
    private static final String TAX_ID = "tax_id";
    private static final String ADDRESS = "address";
    private static final String PHONE = "phone";
    private static final String BANK = "bank";
    private static final String BANK_ACCOUNT = "bank_account";
    private static final String EMAIL = "email";
    private static final String COUNTRY = "country";
    private static final String BUYER_REFERENCE = "buyer_reference";
    private static final String ENDPOINT_SCHEME = "endpoint_scheme";
    private static final String ENDPOINT = "endpoint";
    private static final String FROM = "from";
    private static final String TO = "to";

    static final CsvFormat FORMAT = CsvFormat.of(
            "invoice_profiles.csv",
            ACCOUNT_ID,
            TITLE,
            TAX_ID,
            ADDRESS,
            PHONE,
            BANK,
            BANK_ACCOUNT,
            EMAIL,
            COUNTRY,
            BUYER_REFERENCE,
            ENDPOINT_SCHEME,
            ENDPOINT,
            FROM,
            TO);

    private InvoiceProfilesFile() {}

    static List<InvoiceProfile> read(CsvTable table, References references) {
        List<Located<InvoiceProfile>> profiles = table.facts(row -> profile(row, references));
        Overlaps.refuse(profiles, InvoiceProfile::account, InvoiceProfile::days, FROM);
        return Located.facts(profiles);
    }

    private static Optional<InvoiceProfile> profile(CsvRow row, References references) {
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<String> title = row.cell(TITLE, ReferenceTypes.KEY_TEXT);
        Cell<String> taxId = text(row, TAX_ID);
        Cell<String> address = text(row, ADDRESS);
        Cell<String> phone = text(row, PHONE);
        Cell<String> bank = text(row, BANK);
        Cell<String> bankAccount = text(row, BANK_ACCOUNT);
        Cell<Optional<String>> email = row.optionalCell(EMAIL, ReferenceTypes.EMAIL);
        Cell<Optional<String>> country = row.optionalCell(COUNTRY, ReferenceTypes.COUNTRY);
        Cell<String> reference = text(row, BUYER_REFERENCE);
        Cell<String> scheme = text(row, ENDPOINT_SCHEME);
        Cell<String> endpoint = text(row, ENDPOINT)
                .require(
                        found -> scheme.value().isEmpty() || scheme.get().isEmpty() == found.isEmpty(),
                        "an electronic address together with 'endpoint_scheme', or neither");
        DayRangeCells days = DayRangeCells.read(row, FROM, TO);
        return row.fact(() -> new InvoiceProfile(
                account.get(),
                new Buyer(
                        title.get(),
                        taxId.get(),
                        address.get(),
                        phone.get(),
                        bank.get(),
                        bankAccount.get(),
                        email.get().orElse(""),
                        country.get().orElse(""),
                        reference.get(),
                        scheme.get(),
                        endpoint.get()),
                days.get()));
    }

    /** Reads a text that may be empty. */
    private static Cell<String> text(CsvRow row, String column) {
        return row.cell(column, ReferenceTypes.SUBJECT);
    }
}
