package io.billingcenter.schema.invoicing;

import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceNumber;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code invoice_header}: the names and dates of invoices, as they were when they were issued. */
public final class InvoiceHeaderTable {

    public static final Table TABLE = Table.named("invoice_header");

    public static final Column<String> INVOICE_NUMBER = TABLE.text("invoice_number");
    public static final Column<String> ACCOUNT_NAME = TABLE.text("account_name");
    public static final Column<BillingDay> INVOICE_DATE = TABLE.day("invoice_date");
    public static final Column<BillingDay> DUE_DATE = TABLE.day("due_date");
    public static final Column<String> SELLER_NAME = TABLE.text("seller_name");
    public static final Column<String> SELLER_ADDRESS = TABLE.text("seller_address");
    public static final Column<String> SELLER_TAX_ID = TABLE.text("seller_tax_id");
    public static final Column<String> SELLER_BANK = TABLE.text("seller_bank");
    /** Empty for an account that had no invoice profile in force. */
    public static final Column<String> BUYER_TITLE = TABLE.text("buyer_title");

    public static final Column<String> BUYER_TAX_ID = TABLE.text("buyer_tax_id");
    public static final Column<String> BUYER_ADDRESS = TABLE.text("buyer_address");
    public static final Column<String> BUYER_PHONE = TABLE.text("buyer_phone");
    public static final Column<String> BUYER_BANK = TABLE.text("buyer_bank");
    public static final Column<String> BUYER_BANK_ACCOUNT = TABLE.text("buyer_bank_account");
    public static final Column<String> BUYER_EMAIL = TABLE.text("buyer_email");
    public static final Column<String> BUYER_COUNTRY = TABLE.text("buyer_country");
    public static final Column<String> BUYER_REFERENCE = TABLE.text("buyer_reference");
    public static final Column<String> BUYER_ENDPOINT_SCHEME = TABLE.text("buyer_endpoint_scheme");
    public static final Column<String> BUYER_ENDPOINT = TABLE.text("buyer_endpoint");

    static {
        TABLE.digests(TABLE.columns().subList(1, TABLE.columns().size()).toArray(Column<?>[]::new));
    }

    private InvoiceHeaderTable() {}

    /**
     * Returns the row of the header of an invoice that is issued under that number.
     *
     * @throws IllegalArgumentException if the header is that of a draft
     */
    public static TableRow row(InvoiceNumber number, InvoiceHeader header) {
        BillingDay date = header.invoiceDate();
        BillingDay due = header.dueDate();
        if (date == null || due == null) {
            throw new IllegalArgumentException(
                    "Expected the date of invoice " + number + " and its due date, found " + date + " and " + due);
        }
        Seller seller = header.seller();
        Buyer buyer = header.buyer();
        return TABLE.row()
                .set(INVOICE_NUMBER, number.toString())
                .set(ACCOUNT_NAME, header.accountName())
                .set(INVOICE_DATE, date)
                .set(DUE_DATE, due)
                .set(SELLER_NAME, seller.name())
                .set(SELLER_ADDRESS, seller.address())
                .set(SELLER_TAX_ID, seller.taxId())
                .set(SELLER_BANK, seller.bank())
                .set(BUYER_TITLE, buyer.title())
                .set(BUYER_TAX_ID, buyer.taxId())
                .set(BUYER_ADDRESS, buyer.address())
                .set(BUYER_PHONE, buyer.phone())
                .set(BUYER_BANK, buyer.bank())
                .set(BUYER_BANK_ACCOUNT, buyer.bankAccount())
                .set(BUYER_EMAIL, buyer.email())
                .set(BUYER_COUNTRY, buyer.country())
                .set(BUYER_REFERENCE, buyer.reference())
                .set(BUYER_ENDPOINT_SCHEME, buyer.endpointScheme())
                .set(BUYER_ENDPOINT, buyer.endpoint());
    }

    /** Returns the header that is in the current row. */
    public static InvoiceHeader header(ResultSet row) throws SQLException {
        return new InvoiceHeader(
                ACCOUNT_NAME.get(row),
                INVOICE_DATE.get(row),
                DUE_DATE.get(row),
                new Seller(SELLER_NAME.get(row), SELLER_ADDRESS.get(row), SELLER_TAX_ID.get(row), SELLER_BANK.get(row)),
                new Buyer(
                        BUYER_TITLE.get(row),
                        BUYER_TAX_ID.get(row),
                        BUYER_ADDRESS.get(row),
                        BUYER_PHONE.get(row),
                        BUYER_BANK.get(row),
                        BUYER_BANK_ACCOUNT.get(row),
                        BUYER_EMAIL.get(row),
                        BUYER_COUNTRY.get(row),
                        BUYER_REFERENCE.get(row),
                        BUYER_ENDPOINT_SCHEME.get(row),
                        BUYER_ENDPOINT.get(row)));
    }
}
