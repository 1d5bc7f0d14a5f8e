package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.journal.BilledDocument;
import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.invoicing.InvoiceLineTable;
import io.billingcenter.schema.invoicing.InvoiceTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the invoices and credit notes of a month in the order of their numbers, a page at a time. */
final class DocumentReader {

    private static final String NUMBERS = """
            SELECT i.invoice_number FROM invoice i WHERE i.billing_month = :month ORDER BY i.invoice_number""";

    /** Without a condition on the month, so that no database reads the whole month for a page. */
    private static final String DOCUMENTS = """
            SELECT i.invoice_number, i.billing_month, i.account_id, i.currency, i.document,
              h.account_name, h.invoice_date, h.due_date
            FROM invoice i LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE i.invoice_number >= :first AND i.invoice_number <= :last
            ORDER BY i.invoice_number""";

    private static final String LINES = """
            SELECT l.invoice_number, l.workspace_id, l.meter, l.retention_days, l.kind, l.quantity, l.amount
            FROM invoice_line l
            WHERE l.invoice_number >= :first AND l.invoice_number <= :last
            ORDER BY l.invoice_number, l.workspace_id, l.meter, l.retention_days, l.kind""";

    private static final String PAYMENTS = """
            SELECT account.account_id, account.currency, b.settlement, b.voucher, b.prepaid_card, b.cash, b.cloud, b.owed
            FROM %s CROSS JOIN LATERAL (
              SELECT settlement, SUM(voucher) AS voucher, SUM(prepaid_card) AS prepaid_card, SUM(cash) AS cash,
                SUM(cloud) AS cloud, SUM(owed) AS owed
              FROM bill_payment
              WHERE bill_payment.account_id = account.account_id AND bill_payment.currency = account.currency
                AND posted_day >= :from AND posted_day < :to
              GROUP BY settlement) b""";

    private static final String CREDIT_NOTE = "credit_note";

    private final NamedParameterJdbcTemplate jdbc;
    private final JournalMonth month;
    private final int pageDocuments;

    private record Head(JournalDocument document, BilledAccount account) {}

    DocumentReader(NamedParameterJdbcTemplate jdbc, JournalMonth month, int pageDocuments) {
        this.jdbc = jdbc;
        this.month = month;
        this.pageDocuments = pageDocuments;
    }

    void read(Consumer<BilledDocument> document) {
        List<String> numbers =
                jdbc.query(NUMBERS, month.parameters(), (row, n) -> InvoiceTable.INVOICE_NUMBER.get(row));
        CreditNotes credits = new CreditNotes(jdbc, month);
        for (int from = 0; from < numbers.size(); from += pageDocuments) {
            int to = Math.min(from + pageDocuments, numbers.size());
            page(numbers.get(from), numbers.get(to - 1), credits).forEach(document);
        }
    }

    private List<BilledDocument> page(String first, String last, CreditNotes credits) {
        Map<String, Object> range = new HashMap<>(month.parameters());
        range.put("first", first);
        range.put("last", last);
        Map<String, Head> heads = new LinkedHashMap<>();
        jdbc.query(DOCUMENTS, range, (ResultSet row) -> {
            if (InvoiceTable.BILLING_MONTH.get(row).equals(month.month())) {
                heads.put(InvoiceTable.INVOICE_NUMBER.get(row), head(row));
            }
        });
        Map<String, List<InvoiceLine>> lines = lines(range, heads);
        Map<BilledAccount, Map<SettlementMethod, PaymentParts>> payments = payments(new BilledAccountPage(
                heads.values().stream().map(Head::account).distinct().toList()));
        List<BilledDocument> documents = new ArrayList<>();
        heads.forEach((number, head) -> documents.add(billed(
                head,
                lines.getOrDefault(number, List.of()),
                payments.getOrDefault(head.account(), Map.of()),
                credits)));
        return documents;
    }

    private Map<String, List<InvoiceLine>> lines(Map<String, Object> range, Map<String, Head> heads) {
        Map<String, List<InvoiceLine>> lines = new HashMap<>();
        jdbc.query(LINES, range, (ResultSet row) -> {
            String number = InvoiceLineTable.INVOICE_NUMBER.get(row);
            Head head = heads.get(number);
            if (head != null) {
                lines.computeIfAbsent(number, key -> new ArrayList<>())
                        .add(line(row, head.account().currency()));
            }
        });
        return lines;
    }

    private static InvoiceLine line(ResultSet row, Currency currency) throws SQLException {
        Meter meter = InvoiceLineTable.METER.getOrNull(row);
        return new InvoiceLine(
                InvoiceLineTable.WORKSPACE_ID.getOrNull(row),
                meter == null ? null : new MeterTier(meter, InvoiceLineTable.RETENTION_DAYS.get(row)),
                InvoiceLineTable.KIND.get(row),
                InvoiceLineTable.QUANTITY.get(row),
                Money.of(currency, InvoiceLineTable.AMOUNT.get(row)));
    }

    private Map<BilledAccount, Map<SettlementMethod, PaymentParts>> payments(BilledAccountPage page) {
        Map<BilledAccount, Map<SettlementMethod, PaymentParts>> payments = new HashMap<>();
        jdbc.query(page.in(PAYMENTS), page.parameters(month.parameters()), (ResultSet row) -> {
            payments.computeIfAbsent(BilledAccountPage.account(row), key -> new EnumMap<>(SettlementMethod.class))
                    .put(BillPaymentTable.SETTLEMENT.get(row), BillPaymentTable.parts(row));
        });
        return payments;
    }

    /** Takes the credit notes of an account out of its daily bills, whose payments stand on its invoice. */
    private static BilledDocument billed(
            Head head, List<InvoiceLine> lines, Map<SettlementMethod, PaymentParts> bills, CreditNotes credits) {
        BilledAccount account = head.account();
        String number = head.document().source();
        boolean isNote = head.document().kind() == JournalDocument.Kind.CREDIT_NOTE;
        Map<SettlementMethod, Money> billed = new EnumMap<>(SettlementMethod.class);
        Map<SettlementMethod, PaymentParts> paid = new EnumMap<>(SettlementMethod.class);
        if (!isNote || credits.standsForInvoice(account, number)) {
            bills.forEach((method, parts) -> billed.put(method, parts.total()));
            paid.putAll(bills);
            for (CreditNotes.Note note : credits.of(account)) {
                note.billed().forEach((method, amount) -> billed.merge(method, amount.negated(), Money::plus));
                note.paid().forEach((method, parts) -> paid.merge(method, parts.negated(), PaymentParts::plus));
            }
        }
        if (isNote) {
            CreditNotes.Note note = credits.note(number);
            note.billed().forEach((method, amount) -> billed.merge(method, amount, Money::plus));
            note.paid().forEach((method, parts) -> paid.merge(method, parts, PaymentParts::plus));
        }
        return new BilledDocument(head.document(), account.currency(), lines, billed, paid);
    }

    private Head head(ResultSet row) throws SQLException {
        String number = InvoiceTable.INVOICE_NUMBER.get(row);
        // Documents of older programs have no date; the last day of their month stands for it.
        LocalDate end = month.month().endExclusive().minusDays(1).date();
        LocalDate date = Objects.requireNonNullElse(row.getObject("invoice_date", LocalDate.class), end);
        LocalDate due = Objects.requireNonNullElse(row.getObject("due_date", LocalDate.class), date);
        JournalDocument document = new JournalDocument(
                number,
                row.getString("document").equals(CREDIT_NOTE)
                        ? JournalDocument.Kind.CREDIT_NOTE
                        : JournalDocument.Kind.INVOICE,
                new BillingDay(date),
                new BillingDay(due),
                month.month(),
                InvoiceTable.ACCOUNT_ID.get(row),
                name(row));
        return new Head(document, BilledAccountPage.account(row));
    }

    /** Returns the name of the account in the row as it was when the invoice was issued; its id where it had none. */
    static String name(ResultSet row) throws SQLException {
        String name = row.getString("account_name");
        return name == null || name.isEmpty() ? InvoiceTable.ACCOUNT_ID.get(row).value() : name;
    }
}
