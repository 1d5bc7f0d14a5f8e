package io.billingcenter.readers.tables.fapiao;

import io.billingcenter.domain.fapiao.FapiaoRequest;
import io.billingcenter.domain.fapiao.FapiaoResult;
import io.billingcenter.domain.fapiao.FapiaoStatus;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.fapiao.FapiaoResultTable;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads the requests of fapiao that the invoices of a month need, with the results that came back. */
public final class FapiaoStatusReader {

    private static final String INVOICES = """
            SELECT i.invoice_number, i.billing_month, i.account_id, i.currency, i.fapiao_amount, h.account_name,
              h.buyer_title, h.buyer_tax_id, h.buyer_address, h.buyer_phone, h.buyer_bank, h.buyer_bank_account,
              h.buyer_email
            FROM invoice i LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.billing_month = ? AND i.document = 'invoice' AND i.fapiao_amount > 0
            ORDER BY i.invoice_number""";

    private final JdbcTemplate jdbc;

    /** Reads through the template. */
    public FapiaoStatusReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Returns the requests of a month, in the order of the invoices. */
    public List<FapiaoStatus> of(BillingMonth month) {
        Map<String, List<FapiaoResult>> results = new HashMap<>();
        jdbc.query(FapiaoResultTable.TABLE.select(), (ResultSet row) -> {
            FapiaoResult result = FapiaoResultTable.result(row);
            results.computeIfAbsent(result.requestId(), key -> new ArrayList<>())
                    .add(result);
        });
        return jdbc.query(INVOICES, (row, number) -> request(row), month.toString()).stream()
                .map(request -> new FapiaoStatus(request, results.getOrDefault(request.id(), List.of())))
                .toList();
    }

    private static FapiaoRequest request(ResultSet row) throws SQLException {
        return new FapiaoRequest(
                InvoiceTable.INVOICE_NUMBER.get(row),
                InvoiceTable.BILLING_MONTH.get(row),
                InvoiceTable.ACCOUNT_ID.get(row),
                buyer(row),
                Money.of(InvoiceTable.CURRENCY.get(row), InvoiceTable.FAPIAO_AMOUNT.get(row)));
    }

    /** Returns the buyer; an account without an invoice profile is certified under its own name. */
    private static Buyer buyer(ResultSet row) throws SQLException {
        String title = text(row, InvoiceHeaderTable.BUYER_TITLE.name());
        return new Buyer(
                title.isEmpty() ? text(row, InvoiceHeaderTable.ACCOUNT_NAME.name()) : title,
                text(row, InvoiceHeaderTable.BUYER_TAX_ID.name()),
                text(row, InvoiceHeaderTable.BUYER_ADDRESS.name()),
                text(row, InvoiceHeaderTable.BUYER_PHONE.name()),
                text(row, InvoiceHeaderTable.BUYER_BANK.name()),
                text(row, InvoiceHeaderTable.BUYER_BANK_ACCOUNT.name()),
                text(row, InvoiceHeaderTable.BUYER_EMAIL.name()),
                "",
                "",
                "",
                "");
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }
}
