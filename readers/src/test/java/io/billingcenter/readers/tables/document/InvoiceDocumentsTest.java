package io.billingcenter.readers.tables.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.document.DayAmount;
import io.billingcenter.domain.document.DocumentHead.Correction;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.document.StatementDocument.WalletStatement;
import io.billingcenter.domain.document.WalletBalance;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.document.InvoiceDocuments.IssuedKey;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Documents have the rows of their tables, added up by a plain calculation over all rows that were stored. */
class InvoiceDocumentsTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-10");
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final List<String> SIDES = List.of("voucher", "prepaid_card", "cash", "arrears");

    private final Map<String, BigDecimal> opening = new TreeMap<>();
    private final Map<String, BigDecimal> closing = new TreeMap<>();
    private final Map<String, BigDecimal> days = new TreeMap<>();
    private final Map<String, BigDecimal> totals = new TreeMap<>();
    private final Map<String, BigDecimal> bills = new TreeMap<>();
    private JdbcTemplate jdbc;
    private int number;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void documentsHaveTheStoredRows(long seed) throws IOException {
        jdbc = MigratedDatabase.create();
        Random random = new Random(seed);
        for (int account = 0; account < 12; account++) {
            store(random, "acct-" + account, account % 3 == 0 ? "USD" : "CNY");
        }
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, MONTH);
        List<IssuedKey> keys = reader.keys();

        List<InvoiceDocument> documents = reader.read(keys);

        assertThat(documents).hasSize(12);
        for (InvoiceDocument document : documents) {
            String account = document.head().account().id().value();
            assertThat(document.total().amount()).isEqualByComparingTo(totals.get(account));
            assertThat(document.buyer().title()).isEqualTo("Buyer " + account);
            assertThat(document.head().account().name()).isEqualTo("Name " + account);
            assertThat(document.head().dates().due()).hasToString("2026-12-03");
            assertThat(document.days()).hasSize(31);
            for (DayAmount day : document.days()) {
                assertThat(day.amount().amount())
                        .isEqualByComparingTo(days.getOrDefault(account + " " + day.day(), BigDecimal.ZERO));
            }
            assertBalance(document.balance(), account, closing);
        }
        for (StatementDocument statement : new StatementDocuments(jdbc, MONTH).read(documents)) {
            String account = statement.account().id().value();
            WalletStatement wallet = statement.wallets().get(0);
            assertThat(statement.wallets()).hasSize(1);
            assertBalance(wallet.opening(), account, opening);
            assertBalance(wallet.closing(), account, closing);
            assertThat(wallet.billed().total().amount())
                    .isEqualByComparingTo(bills.getOrDefault(account, BigDecimal.ZERO));
            assertThat(wallet.invoices())
                    .singleElement()
                    .satisfies(invoice -> assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE));
        }
    }

    @Test
    void aVoidInvoiceAndItsSuccessorAreDocuments() throws IOException {
        jdbc = MigratedDatabase.create();
        store(new Random(4), "acct-1", "CNY");
        jdbc.update("""
                INSERT INTO voided_invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher,
                  prepaid_card, cash, cloud, owed, fapiao_amount, replaced_by, reason, given_by, given_on, voided_run)
                SELECT invoice_number, billing_month, account_id, currency, total, state, run_id, voucher, prepaid_card, cash,
                  cloud, owed, fapiao_amount, 'INV-2026-000009', 'wrong title', 'anna', DATE '2026-11-05', 2 FROM invoice""");
        jdbc.update("UPDATE invoice SET invoice_number = 'INV-2026-000009'");
        header("INV-2026-000009", "corrected");
        jdbc.update("""
                INSERT INTO invoice_line_detail (invoice_number, detail, workspace_id, workspace_name, meter, retention_days,
                  kind, unit_price, quantity, amount)
                SELECT 'INV-2026-000009', detail, workspace_id, workspace_name, meter, retention_days, kind, unit_price,
                  quantity, amount FROM invoice_line_detail""");
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, MONTH);

        List<InvoiceDocument> documents = reader.read(reader.keys());

        assertThat(documents)
                .extracting(document ->
                        document.head().number() + " " + document.head().state())
                .containsExactly("INV-2026-000001 VOID", "INV-2026-000009 FINAL");
        assertThat(documents.get(0).total()).isEqualTo(documents.get(1).total());
        assertThat(documents.get(0).head().correction()).isEqualTo(new Correction(null, "INV-2026-000009", ""));
        assertThat(documents.get(1).head().correction()).isEqualTo(Correction.NONE);
        assertThat(new StatementDocuments(jdbc, MONTH).read(documents))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.buyer().title()).isEqualTo("Buyer corrected");
                    assertThat(statement.account().name()).isEqualTo("Name corrected");
                    assertThat(statement.wallets().get(0).invoices())
                            .extracting(invoice -> invoice.number() + " " + invoice.state() + " "
                                    + invoice.total().amount().toPlainString())
                            .containsExactly(
                                    "INV-2026-000001 VOID 0.00", "INV-2026-000009 FINAL " + totals.get("acct-1"));
                });
    }

    /** The credit note comes before the invoice in the order of numbers, and has the names of an invoice of an earlier month. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-02, Buyer acct-1",
        "2026-11-03, Buyer acct-1",
        "2026-11-04, Buyer earlier",
    })
    void aStatementHasTheBuyerOfItsNewestDocument(LocalDate credited, String buyer) throws IOException {
        jdbc = MigratedDatabase.create();
        store(new Random(5), "acct-1", "CNY");
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher,
                  prepaid_card, cash, cloud, owed, fapiao_amount, document, refers_to, credit_number)
                VALUES ('CN-2026-000001', '2026-10', 'acct-1', 'CNY', -13.50, 'final', 1, 0, 0, -13.50, 0, 0, 0, 'credit_note',
                  'INV-2026-000000', 1)""");
        jdbc.update("""
                INSERT INTO credit_note (credit_number, invoice_number, refers_to, request_key, credited_lines, posted_day, reason,
                  given_by, given_on, run_id)
                VALUES (1, 'CN-2026-000001', 'INV-2026-000000', 'k', '', DATE '2026-10-05', 'sent twice', 'anna',
                  DATE '2026-11-03', 1)""");
        jdbc.update("""
                INSERT INTO invoice_line_detail (invoice_number, detail, workspace_id, workspace_name, meter, retention_days,
                  kind, unit_price, quantity, amount)
                VALUES ('CN-2026-000001', 1, 'ws-1', 'A', 'sms', 0, 'credit', NULL, 0, -13.50)""");
        header("CN-2026-000001", "earlier");
        jdbc.update("UPDATE invoice_header SET invoice_date = ? WHERE invoice_number = 'CN-2026-000001'", credited);
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, MONTH);

        List<InvoiceDocument> documents = reader.read(reader.keys());

        assertThat(documents.get(0).head().correction())
                .isEqualTo(new Correction("INV-2026-000000", null, "sent twice"));
        assertThat(documents.get(0).adjustments())
                .singleElement()
                .satisfies(line -> assertThat(line.hasQuantity()).isFalse());
        assertThat(new StatementDocuments(jdbc, MONTH).read(documents))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.buyer().title()).isEqualTo(buyer);
                    assertThat(statement.wallets().get(0).invoices())
                            .extracting(invoice -> invoice.total().amount().toPlainString())
                            .containsExactly("-13.50", totals.get("acct-1").toPlainString());
                });
    }

    private static void assertBalance(WalletBalance balance, String account, Map<String, BigDecimal> expected) {
        assertThat(List.of(balance.voucher(), balance.prepaidCard(), balance.cash(), balance.arrears()))
                .zipSatisfy(
                        SIDES,
                        (money, side) -> assertThat(money.amount())
                                .isEqualByComparingTo(expected.getOrDefault(account + " " + side, BigDecimal.ZERO)));
    }

    private void store(Random random, String account, String currency) {
        String invoice = "INV-2026-" + String.format("%06d", ++number);
        BigDecimal total = BigDecimal.ZERO;
        for (int detail = 1; detail <= 6; detail++) {
            BigDecimal amount = amount(random);
            LocalDate day = FIRST.plusDays(random.nextInt(31));
            detail(invoice, detail, amount);
            posting(account, currency, day, "usage", amount);
            // Of another document, and of other months.
            posting(account, currency, day, "credit", amount(random));
            posting(account, currency, FIRST.minusDays(1), "usage", amount(random));
            posting(account, currency, FIRST.plusDays(31), "usage", amount(random));
            days.merge(account + " " + day, amount, BigDecimal::add);
            total = total.add(amount);
        }
        totals.put(account, total);
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher,
                  prepaid_card, cash, cloud, owed, fapiao_amount) VALUES (?, '2026-10', ?, ?, ?, 'final', 1, 0, 0, ?, 0, 0, 0)""", invoice, account, currency, total, total);
        header(invoice, account);
        jdbc.update(
                "INSERT INTO wallet (account_id, currency, settled_day, last_number, status_number)"
                        + " VALUES (?, ?, DATE '2026-10-31', 1, 0)",
                account,
                currency);
        for (int i = 0; i < 20; i++) {
            entry(random, account, currency);
        }
        for (int i = 0; i < 5; i++) {
            bill(random, account, currency, i);
        }
    }

    private void header(String invoice, String account) {
        jdbc.update("""
                INSERT INTO invoice_header (invoice_number, account_name, invoice_date, due_date, seller_name, seller_address,
                  seller_tax_id, seller_bank, buyer_title, buyer_tax_id, buyer_address, buyer_phone, buyer_bank,
                  buyer_bank_account, buyer_email, buyer_country, buyer_reference, buyer_endpoint_scheme, buyer_endpoint)
                VALUES (?, ?, DATE '2026-11-03', DATE '2026-12-03', 'Seller', '', '', '', ?, '', '', '', '', '', '', 'CN', '',
                  '', '')""", invoice, "Name " + account, "Buyer " + account);
    }

    private void detail(String invoice, int detail, BigDecimal amount) {
        jdbc.update("""
                INSERT INTO invoice_line_detail (invoice_number, detail, workspace_id, workspace_name, meter, retention_days,
                  kind, unit_price, quantity, amount) VALUES (?, ?, ?, 'A', 'sms', 0, 'usage', 1, 10, ?)""", invoice, detail, "ws-" + detail / 3, amount);
    }

    private void posting(String account, String currency, LocalDate day, String kind, BigDecimal amount) {
        number++;
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, DATE '2026-10-01', ?, 'wallet', 'ws-1', 'sms', 0, ?, ?, 10, 1, ?, ?, 1, 1)""", "p" + number, day, account, kind, number, currency, amount);
    }

    private void entry(Random random, String account, String currency) {
        number++;
        String side = SIDES.get(random.nextInt(SIDES.size()));
        LocalDate day = FIRST.minusDays(20).plusDays(random.nextInt(70));
        BigDecimal amount = amount(random);
        jdbc.update(
                """
                INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side, instrument,
                  amount, entry_day, run_id) VALUES (?, 1, ?, ?, ?, ?, ?, '', ?, ?, 1)""",
                "r" + number,
                account,
                currency,
                number,
                random.nextBoolean() ? "bill" : "recharge",
                side,
                amount,
                day);
        if (day.isBefore(FIRST)) {
            opening.merge(account + " " + side, amount, BigDecimal::add);
        }
        if (day.isBefore(FIRST.plusDays(31))) {
            closing.merge(account + " " + side, amount, BigDecimal::add);
        }
    }

    private void bill(Random random, String account, String currency, int workspace) {
        BigDecimal amount = amount(random);
        boolean inMonth = random.nextInt(3) > 0;
        jdbc.update(
                """
                INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,
                  prepaid_card, cash, cloud, owed, settlement_number) VALUES (?, ?, 'wallet', ?, ?, TRUE, 0, 0, ?, 0, ?, 1)""",
                inMonth ? FIRST.plusDays(random.nextInt(31)) : FIRST.plusDays(31),
                account,
                currency,
                "w" + workspace,
                amount,
                BigDecimal.ONE);
        if (inMonth) {
            bills.merge(account, amount.add(BigDecimal.ONE), BigDecimal::add);
        }
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(20_000) - 5_000L, 2);
    }
}
