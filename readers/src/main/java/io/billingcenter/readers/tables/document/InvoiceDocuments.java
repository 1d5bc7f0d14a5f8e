package io.billingcenter.readers.tables.document;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.document.DayAmount;
import io.billingcenter.domain.document.DocumentDates;
import io.billingcenter.domain.document.DocumentHead;
import io.billingcenter.domain.document.DocumentHead.Correction;
import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.document.DocumentLine;
import io.billingcenter.domain.document.DocumentLines;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceHeader;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.MeterTierColumns;
import io.billingcenter.schema.invoicing.CreditNoteTable;
import io.billingcenter.schema.invoicing.InvoiceHeaderTable;
import io.billingcenter.schema.invoicing.InvoiceLineDetailTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.invoicing.VoidedInvoiceTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads the invoices and credit notes of a month as they are printed. A page of documents takes a fixed number of queries, and is
 * bounded by its lines. Documents of older programs, of which no names are stored, are not found.
 */
public final class InvoiceDocuments {

    private static final int PAGE_DOCUMENTS = 200;
    private static final long PAGE_LINES = 20_000;

    /** All documents of a month, also those that are void. */
    private static final String ISSUED = """
            (SELECT invoice_number, billing_month, account_id, currency, state, document, refers_to,
                CAST(NULL AS VARCHAR(64)) AS replaced_by, voucher, prepaid_card, cash, cloud, owed FROM invoice
              UNION ALL
              SELECT invoice_number, billing_month, account_id, currency, 'void', 'invoice', CAST(NULL AS VARCHAR(64)),
                replaced_by, voucher, prepaid_card, cash, cloud, owed FROM voided_invoice) i
            """;

    private static final String KEYS = """
            SELECT i.invoice_number, i.account_id, h.buyer_title, h.buyer_endpoint_scheme, h.buyer_endpoint,
              (SELECT COUNT(*) FROM invoice_line_detail d WHERE d.invoice_number = i.invoice_number) AS details
            FROM
            """ + ISSUED + """
            JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.billing_month = ?
            ORDER BY i.account_id, i.invoice_number""";

    private static final String DOCUMENTS = """
            SELECT i.invoice_number, i.account_id, i.currency, i.state, i.document, i.refers_to, i.replaced_by, c.reason,
              i.voucher, i.prepaid_card, i.cash, i.cloud, i.owed, h.account_name, h.invoice_date, h.due_date, h.seller_name,
              h.seller_address, h.seller_tax_id, h.seller_bank, h.buyer_title, h.buyer_tax_id, h.buyer_address, h.buyer_phone,
              h.buyer_bank, h.buyer_bank_account, h.buyer_email, h.buyer_country, h.buyer_reference, h.buyer_endpoint_scheme,
              h.buyer_endpoint
            FROM
            """ + ISSUED + """
            JOIN invoice_header h ON h.invoice_number = i.invoice_number
            LEFT JOIN credit_note c ON c.invoice_number = i.invoice_number
            WHERE i.invoice_number IN (:numbers) AND i.billing_month = :month
            ORDER BY i.account_id, i.invoice_number""";

    private static final String LINES = """
            SELECT invoice_number, workspace_id, workspace_name, meter, retention_days, kind, billing_day, unit_price,
              quantity, amount
            FROM invoice_line_detail WHERE invoice_number IN (:numbers)
            ORDER BY invoice_number, detail""";

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;
    private final BillingMonth month;
    private final WalletHistory wallets;

    /**
     * The number of a document with its account.
     *
     * @param account id of the billing account
     * @param isProfiled whether an invoice profile names the buyer
     * @param hasEndpoint whether the buyer has an electronic address
     * @param lines number of its lines
     */
    public record IssuedKey(String number, String account, boolean isProfiled, boolean hasEndpoint, long lines) {}

    /** Reads the documents of a month. */
    public InvoiceDocuments(JdbcTemplate jdbc, BillingMonth month) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
        this.month = month;
        this.wallets = new WalletHistory(jdbc, month);
    }

    /** Returns the documents of the month, by account and number. */
    public List<IssuedKey> keys() {
        return jdbc.query(
                KEYS,
                (row, n) -> new IssuedKey(
                        InvoiceTable.INVOICE_NUMBER.get(row),
                        InvoiceTable.ACCOUNT_ID.get(row).value(),
                        !InvoiceHeaderTable.BUYER_TITLE.get(row).isEmpty(),
                        !InvoiceHeaderTable.BUYER_ENDPOINT_SCHEME.get(row).isEmpty()
                                && !InvoiceHeaderTable.BUYER_ENDPOINT.get(row).isEmpty(),
                        row.getLong("details")),
                month.toString());
    }

    /** Divides documents into pages, in their order; the documents of an account are on one page. */
    public static List<List<IssuedKey>> pages(List<IssuedKey> keys) {
        List<List<IssuedKey>> pages = new ArrayList<>();
        List<IssuedKey> page = new ArrayList<>();
        long lines = 0;
        for (IssuedKey key : keys) {
            boolean isFull = page.size() >= PAGE_DOCUMENTS || lines + key.lines() > PAGE_LINES;
            if (isFull
                    && !page.isEmpty()
                    && !page.get(page.size() - 1).account().equals(key.account())) {
                pages.add(List.copyOf(page));
                page.clear();
                lines = 0;
            }
            page.add(key);
            lines += key.lines();
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }

    /** Returns the documents of a page. */
    public List<InvoiceDocument> read(List<IssuedKey> page) {
        Map<String, Object> numbers =
                Map.of("numbers", page.stream().map(IssuedKey::number).toList(), "month", month.toString());
        List<Document> documents = named.query(DOCUMENTS, numbers, (row, n) -> document(row));
        Map<String, Currency> currencies = new HashMap<>();
        documents.forEach(
                document -> currencies.put(document.number(), document.account().currency()));
        Map<String, List<DocumentLine>> lines = new HashMap<>();
        named.query(LINES, numbers, (RowCallbackHandler) row -> {
            String number = InvoiceLineDetailTable.INVOICE_NUMBER.get(row);
            lines.computeIfAbsent(number, first -> new ArrayList<>())
                    .add(line(row, required(currencies.get(number), number)));
        });
        Figures figures = figures(documents.stream().map(Document::account).toList());
        return documents.stream()
                .map(document -> printed(
                        document.head(month),
                        document.header(),
                        DocumentLines.of(lines.getOrDefault(document.number(), List.of())),
                        document.payment(),
                        figures))
                .toList();
    }

    /** Returns the documents of a preview, without numbers and dates. */
    public List<InvoiceDocument> drafts(List<Invoice> invoices, InvoiceParties parties) {
        if (invoices.isEmpty()) {
            return List.of();
        }
        Figures figures = figures(invoices.stream()
                .map(invoice -> new BilledAccount(invoice.account(), invoice.currency()))
                .toList());
        return invoices.stream()
                .map(invoice -> draft(invoice, parties, figures))
                .toList();
    }

    private InvoiceDocument draft(Invoice invoice, InvoiceParties parties, Figures figures) {
        InvoiceHeader header = parties.header(invoice, null);
        List<DocumentLine> lines = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            String name = parties.workspaceName(line.workspace());
            line.details()
                    .forEach(detail ->
                            lines.add(new DocumentLine(line.workspace(), name, line.tier(), line.kind(), detail)));
        }
        DocumentHead head = new DocumentHead(
                DocumentKind.INVOICE,
                DocumentState.DRAFT,
                null,
                Correction.NONE,
                new DocumentAccount(invoice.account(), header.accountName()),
                month,
                invoice.currency(),
                DocumentDates.NONE);
        return printed(head, header, DocumentLines.of(lines), invoice.payment().parts(), figures);
    }

    private static InvoiceDocument printed(
            DocumentHead head, InvoiceHeader header, DocumentLines lines, PaymentParts payment, Figures figures) {
        BilledAccount account = new BilledAccount(head.account().id(), head.currency());
        return new InvoiceDocument(
                head,
                header.seller(),
                header.buyer(),
                lines.sections(),
                lines.adjustments(),
                payment,
                figures.balances().getOrDefault(account, WalletBalance.empty(head.currency())),
                head.kind() == DocumentKind.INVOICE ? figures.days().getOrDefault(account, List.of()) : List.of());
    }

    /** The figures of wallets on a page. */
    private record Figures(Map<BilledAccount, WalletBalance> balances, Map<BilledAccount, List<DayAmount>> days) {}

    private Figures figures(List<BilledAccount> accounts) {
        Set<BilledAccount> once = new LinkedHashSet<>(accounts);
        BilledAccountPage page = new BilledAccountPage(List.copyOf(once));
        return new Figures(wallets.balancesBefore(month.endExclusive(), page), wallets.days(page));
    }

    /** A stored document without its lines. */
    private record Document(
            String number,
            DocumentKind kind,
            DocumentState state,
            Correction correction,
            BilledAccount account,
            PaymentParts payment,
            InvoiceHeader header) {

        DocumentHead head(BillingMonth month) {
            return new DocumentHead(
                    kind,
                    state,
                    number,
                    correction,
                    new DocumentAccount(account.account(), header.accountName()),
                    month,
                    account.currency(),
                    new DocumentDates(header.invoiceDate(), header.dueDate()));
        }
    }

    private static Document document(ResultSet row) throws SQLException {
        String number = InvoiceTable.INVOICE_NUMBER.get(row);
        String state = InvoiceTable.STATE.get(row);
        String reason = CreditNoteTable.REASON.getOrNull(row);
        Correction correction = new Correction(
                InvoiceTable.REFERS_TO.getOrNull(row),
                VoidedInvoiceTable.REPLACED_BY.getOrNull(row),
                reason == null ? "" : reason);
        return new Document(
                number,
                InvoiceTable.DOCUMENT.get(row),
                required(DocumentState.ofCode(state).orElse(null), "state " + state + " of " + number),
                correction,
                BilledAccountPage.account(row),
                BillPaymentTable.parts(row),
                InvoiceHeaderTable.header(row));
    }

    private static DocumentLine line(ResultSet row, Currency currency) throws SQLException {
        WorkspaceId workspace = InvoiceLineDetailTable.WORKSPACE_ID.getOrNull(row);
        return new DocumentLine(
                workspace,
                InvoiceLineDetailTable.WORKSPACE_NAME.get(row),
                MeterTierColumns.getOrNull(row),
                InvoiceLineDetailTable.KIND.get(row),
                new LineDetail(
                        InvoiceLineDetailTable.BILLING_DAY.getOrNull(row),
                        InvoiceLineDetailTable.UNIT_PRICE.getOrNull(row),
                        InvoiceLineDetailTable.QUANTITY.get(row),
                        Money.of(currency, InvoiceLineDetailTable.AMOUNT.get(row))));
    }

    private static <T> T required(@Nullable T value, String what) {
        if (value == null) {
            throw new IllegalStateException("Expected " + what + " to be known, found that it is not: the database"
                    + " belongs to another version of the program");
        }
        return value;
    }
}
