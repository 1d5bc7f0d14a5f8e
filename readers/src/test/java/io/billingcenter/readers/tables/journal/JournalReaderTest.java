package io.billingcenter.readers.tables.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.journal.JournalEntry;
import io.billingcenter.domain.journal.JournalTotals;
import io.billingcenter.domain.journal.UnbalancedJournalException;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The journal of a month has its documents and movements, each in one month, and equals the tables that it is made of. */
class JournalReaderTest {

    private static final BillingMonth OCTOBER = BillingMonth.parse("2026-10");
    private static final BillingMonth NOVEMBER = BillingMonth.parse("2026-11");

    private JdbcTemplate jdbc;
    private int postings;

    /** October is closed by run 10, November by run 20. */
    @BeforeEach
    void fill() throws IOException {
        jdbc = MigratedDatabase.create();
        close("2026-10", 10);
        close("2026-11", 20);
        invoice("INV-2026-000001", "2026-10", "acct-1", "invoice", "10.00", "1.00 2.00 3.00 0.00 4.00");
        line("INV-2026-000001", "log", "usage", "12.00");
        line("INV-2026-000001", "log", "adjustment", "-2.00");
        header("INV-2026-000001", "One Ltd", "2026-11-03", "2026-12-03");
        posting("2026-10-05", "acct-1", "wallet", "usage", "12.00", 1);
        posting("2026-10-20", "acct-1", "wallet", "adjustment", "-2.00", 1);
        bill("2026-10-05", "acct-1", "wallet", "1.00 2.00 3.00 0.00 6.00");
        bill("2026-10-20", "acct-1", "wallet", "0.00 0.00 0.00 0.00 -2.00");

        invoice("INV-2026-000002", "2026-10", "acct-2", "invoice", "8.00", "3.00 0.00 0.00 5.00 0.00");
        line("INV-2026-000002", "sms", "usage", "8.00");
        posting("2026-10-06", "acct-2", "aws", "usage", "8.00", 1);
        bill("2026-10-06", "acct-2", "aws", "3.00 0.00 0.00 5.00 0.00");

        movement("purchase:c-1", "acct-1", "purchase", "prepaid_card", "bank", "100.00", "2026-10-01", 1);
        movement("grant:v-1", "acct-1", "grant", "voucher", "granted", "50.00", "2026-10-01", 1);
        movement("expire:voucher:v-1:1", "acct-1", "expire", "expired", "voucher", "49.00", "2026-10-30", 5);
        // Stored after the close of October, so it counts in November.
        movement("recharge:r-1", "acct-1", "recharge", "cash", "bank", "20.00", "2026-10-31", 11);
        movement("recharge:r-2", "acct-1", "recharge", "cash", "bank", "7.00", "2026-11-02", 12);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 500})
    void documentsComeBeforeMovements(int page) {
        assertThat(shown(OCTOBER, page))
                .containsExactly(
                        "2026-11-03 INV-2026-000001 invoice One Ltd: card 2.00, cash 3.00, receivable.wallet 4.00,"
                                + " voucher 1.00, revenue.log 2.00, revenue.log -12.00",
                        "2026-10-31 INV-2026-000002 invoice acct-2: receivable.aws 5.00, voucher 3.00,"
                                + " revenue.sms -8.00",
                        "2026-10-01 purchase:c-1 card bought One Ltd: bank 100.00, card -100.00");
        assertThat(new JournalReader(jdbc, OCTOBER).lastDay()).hasToString("2026-11-03");
    }

    @Test
    void aMovementAfterTheCloseCountsInTheNextMonth() {
        assertThat(shown(NOVEMBER, 500))
                .containsExactly(
                        "2026-11-01 recharge:r-1 recharge acct-1: bank 20.00, cash -20.00",
                        "2026-11-02 recharge:r-2 recharge acct-1: bank 7.00, cash -7.00");
        assertThat(new JournalReader(jdbc, NOVEMBER).lastDay()).hasToString("2026-11-30");
    }

    @Test
    void creditNotesHaveEntriesOfTheirOwn() {
        allowSeveralDocuments();
        invoice("CN-2026-000001", "2026-10", "acct-2", "credit_note", "-2.00", "0.00 0.00 0.00 -2.00 0.00");
        line("CN-2026-000001", "sms", "adjustment", "-2.00");
        posting("2026-10-25", "acct-2", "aws", "credit", "-2.00", 1);
        bill("2026-10-25", "acct-2", "aws", "0.00 0.00 0.00 -2.00 0.00");
        // An account without an invoice: two credit notes, of which the second has two methods.
        invoice("CN-2026-000002", "2026-10", "acct-3", "credit_note", "-1.00", "0.00 -1.00 0.00 0.00 0.00");
        line("CN-2026-000002", "sms", "adjustment", "-1.00");
        posting("2026-10-25", "acct-3", "wallet", "credit", "-1.00", 2);
        bill("2026-10-25", "acct-3", "wallet", "0.00 -1.00 0.00 0.00 0.00");
        invoice("CN-2026-000003", "2026-10", "acct-3", "credit_note", "-5.00", "0.00 0.00 -2.00 -3.00 0.00");
        line("CN-2026-000003", "log", "adjustment", "-5.00");
        posting("2026-10-26", "acct-3", "wallet", "credit", "-2.00", 3);
        posting("2026-10-26", "acct-3", "aws", "credit", "-3.00", 3);
        bill("2026-10-26", "acct-3", "wallet", "0.00 0.00 -2.00 0.00 0.00");
        bill("2026-10-26", "acct-3", "aws", "0.00 0.00 0.00 -3.00 0.00");

        assertThat(shown(OCTOBER, 2))
                .startsWith(
                        "2026-10-31 CN-2026-000001 credit note acct-2: receivable.aws -2.00, revenue.sms 2.00",
                        "2026-10-31 CN-2026-000002 credit note acct-3: card -1.00, cash -2.00, receivable.wallet 2.00,"
                                + " revenue.sms 1.00",
                        "2026-10-31 CN-2026-000003 credit note acct-3: receivable.aws -3.00, receivable.wallet -2.00,"
                                + " revenue.log 5.00")
                .contains("2026-10-31 INV-2026-000002 invoice acct-2: receivable.aws 5.00, voucher 3.00,"
                        + " revenue.sms -8.00");
    }

    /** A month of an account has an invoice and credit notes, whatever the key of the table tells them apart by. */
    private void allowSeveralDocuments() {
        boolean numbered = !jdbc.queryForList("SELECT 1 FROM information_schema.columns WHERE table_name = 'INVOICE'"
                        + " AND column_name = 'CREDIT_NUMBER'")
                .isEmpty();
        jdbc.execute(numbered ? "DROP INDEX invoice_of_account" : "ALTER TABLE invoice DROP CONSTRAINT invoice_once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE posting SET amount = amount + 0.01 WHERE posted_day = DATE '2026-10-05'",
                "UPDATE marketplace_record SET amount = amount + 0.01",
                "UPDATE ledger_entry SET amount = amount + 0.01 WHERE side = 'cash' AND movement = 'bill'",
                "UPDATE ledger_entry SET amount = amount + 0.01 WHERE request_id = 'purchase:c-1' AND leg = 1",
                "UPDATE invoice_line SET amount = amount + 0.01 WHERE meter = 'sms'",
                "UPDATE bill_payment SET cash = cash + 0.01 WHERE posted_day = DATE '2026-10-05'",
                "UPDATE bill_payment SET cash = cash + 0.01, owed = owed - 0.01 WHERE posted_day = DATE '2026-10-05'",
                "DELETE FROM invoice WHERE invoice_number = 'INV-2026-000002'"
            })
    void aCentThatIsNotInAllTablesIsFound(String change) {
        assertThat(jdbc.update(change)).isPositive();

        assertThatThrownBy(() -> shown(OCTOBER, 500)).isInstanceOf(UnbalancedJournalException.class);
    }

    private List<String> shown(BillingMonth month, int page) {
        JournalReader reader = new JournalReader(jdbc, month, page);
        List<String> shown = new ArrayList<>();
        JournalTotals totals = new JournalTotals();
        reader.read(entry -> {
            totals.add(entry);
            shown.add(text(entry));
        });
        totals.requireEqual(reader.expected());
        return shown;
    }

    private static String text(JournalEntry entry) {
        List<String> lines = entry.lines().stream()
                .map(line -> line.key() + " " + line.amount().amount().toPlainString())
                .toList();
        return entry.document().day() + " " + entry.document().number() + " "
                + entry.document().kind().text() + " " + entry.document().accountName() + ": "
                + String.join(", ", lines);
    }

    private void close(String month, int run) {
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES (?)", month);
        jdbc.update(
                "INSERT INTO month_close (billing_month, accepted, reason, accepted_by, accepted_on, digest, run_id)"
                        + " VALUES (?, '', '', '', NULL, 'd', ?)",
                month,
                run);
    }

    private void invoice(String number, String month, String account, String document, String total, String paid) {
        String[] parts = paid.split(" ");
        jdbc.update(
                "INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher,"
                        + " prepaid_card, cash, cloud, owed, fapiao_amount, document) VALUES (?, ?, ?, 'CNY', "
                        + total + ", 'final', 10, " + String.join(", ", parts) + ", 0, ?)",
                number,
                month,
                account,
                document);
    }

    private void line(String number, String meter, String kind, String amount) {
        jdbc.update(
                "INSERT INTO invoice_line (invoice_number, workspace_id, meter, retention_days, kind, quantity, amount)"
                        + " VALUES (?, 'ws-1', ?, 0, ?, 1, " + amount + ")",
                number,
                meter,
                kind);
    }

    private void header(String number, String name, String date, String due) {
        jdbc.update(
                "INSERT INTO invoice_header (invoice_number, account_name, invoice_date, due_date, seller_name,"
                        + " seller_address, seller_tax_id, seller_bank, buyer_title, buyer_tax_id, buyer_address,"
                        + " buyer_phone, buyer_bank, buyer_bank_account, buyer_email, buyer_country, buyer_reference,"
                        + " buyer_endpoint_scheme, buyer_endpoint) VALUES (?, ?, CAST(? AS DATE), CAST(? AS DATE), '', '',"
                        + " '', '', '', '', '', '', '', '', '', '', '', '', '')",
                number,
                name,
                date,
                due);
    }

    private void posting(String day, String account, String method, String kind, String amount, int rating) {
        postings++;
        jdbc.update(
                "INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,"
                        + " retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)"
                        + " VALUES (?, CAST(? AS DATE), CAST(? AS DATE), ?, ?, 'ws-1', 'sms', 0, ?, 1, 1, 1, 'CNY', "
                        + amount + ", ?, 1)",
                "p-" + postings,
                day,
                day,
                account,
                method,
                kind,
                rating);
    }

    /** Stores a daily bill in every table that has its payment. */
    private void bill(String day, String account, String method, String paid) {
        String[] parts = paid.split(" ");
        jdbc.update(
                "INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,"
                        + " prepaid_card, cash, cloud, owed, settlement_number) VALUES (CAST(? AS DATE), ?, ?, 'CNY',"
                        + " 'ws-1', TRUE, " + String.join(", ", parts) + ", 1)",
                day,
                account,
                method);
        String request = "bill:" + day + ":" + method + ":" + account + ":CNY:1";
        List<String> sides = List.of("voucher", "prepaid_card", "cash", "vendor", "arrears");
        for (int i = 0; i < sides.size(); i++) {
            leg(request, i + 1, account, "bill", sides.get(i), "-(" + parts[i] + ")", day, day, 1);
        }
        leg(request, 6, account, "bill", "billed", String.join(" + ", parts), day, day, 1);
        if (method.equals("aws")) {
            jdbc.update(
                    "INSERT INTO marketplace_record (posted_day, account_id, settlement, currency, workspace_id,"
                            + " vendor_account, settlement_number, amount) VALUES (CAST(? AS DATE), ?, ?, 'CNY', 'ws-1',"
                            + " '12', 1, " + parts[3] + ")",
                    day,
                    account,
                    method);
        }
    }

    private void movement(
            String request, String account, String type, String to, String from, String amount, String day, int run) {
        leg(request, 1, account, type, to, amount, day, null, run);
        leg(request, 2, account, type, from, "-" + amount, day, null, run);
    }

    private void leg(
            String request,
            int leg,
            String account,
            String type,
            String side,
            String amount,
            String day,
            @org.jspecify.annotations.Nullable String billDay,
            int run) {
        postings++;
        jdbc.update(
                "INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side, instrument,"
                        + " amount, entry_day, bill_day, run_id) VALUES (?, ?, ?, 'CNY', ?, ?, ?, '', " + amount
                        + ", CAST(? AS DATE), CAST(? AS DATE), ?)",
                request,
                leg,
                account,
                postings,
                type,
                side,
                day,
                billDay,
                run);
    }
}
