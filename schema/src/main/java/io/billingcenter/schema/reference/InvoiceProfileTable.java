package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code invoice_profile}: the parties to which invoices of accounts are addressed, by range of days. */
public final class InvoiceProfileTable {

    public static final Table TABLE = Table.named("invoice_profile");

    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** First day that no longer belongs to the range; NULL while it is open. */
    public static final Column<BillingDay> TO_DAY = TABLE.day("to_day");

    public static final Column<String> TITLE = TABLE.text("title");
    public static final Column<String> TAX_ID = TABLE.text("tax_id");
    public static final Column<String> ADDRESS = TABLE.text("address");
    public static final Column<String> PHONE = TABLE.text("phone");
    public static final Column<String> BANK = TABLE.text("bank");
    public static final Column<String> BANK_ACCOUNT = TABLE.text("bank_account");
    public static final Column<String> EMAIL = TABLE.text("email");
    public static final Column<String> COUNTRY = TABLE.text("country");
    public static final Column<String> BUYER_REFERENCE = TABLE.text("buyer_reference");
    public static final Column<String> ENDPOINT_SCHEME = TABLE.text("endpoint_scheme");
    public static final Column<String> ENDPOINT = TABLE.text("endpoint");

    private InvoiceProfileTable() {}

    /** Returns the row of a profile. */
    public static TableRow row(InvoiceProfile profile) {
        Buyer buyer = profile.buyer();
        return TABLE.row()
                .set(ACCOUNT_ID, profile.account())
                .set(FROM_DAY, profile.days().from())
                .set(TO_DAY, profile.days().to())
                .set(TITLE, buyer.title())
                .set(TAX_ID, buyer.taxId())
                .set(ADDRESS, buyer.address())
                .set(PHONE, buyer.phone())
                .set(BANK, buyer.bank())
                .set(BANK_ACCOUNT, buyer.bankAccount())
                .set(EMAIL, buyer.email())
                .set(COUNTRY, buyer.country())
                .set(BUYER_REFERENCE, buyer.reference())
                .set(ENDPOINT_SCHEME, buyer.endpointScheme())
                .set(ENDPOINT, buyer.endpoint());
    }

    /** Returns the profile that is in the current row. */
    public static InvoiceProfile invoiceProfile(ResultSet row) throws SQLException {
        return new InvoiceProfile(
                ACCOUNT_ID.get(row), buyer(row), new DayRange(FROM_DAY.get(row), TO_DAY.getOrNull(row)));
    }

    private static Buyer buyer(ResultSet row) throws SQLException {
        return new Buyer(
                TITLE.get(row),
                TAX_ID.get(row),
                ADDRESS.get(row),
                PHONE.get(row),
                BANK.get(row),
                BANK_ACCOUNT.get(row),
                EMAIL.get(row),
                COUNTRY.get(row),
                BUYER_REFERENCE.get(row),
                ENDPOINT_SCHEME.get(row),
                ENDPOINT.get(row));
    }
}
