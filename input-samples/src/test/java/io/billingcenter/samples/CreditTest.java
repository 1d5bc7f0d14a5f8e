package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invoices are credited and voided by the command line: what was taken back stays taken back whatever arrives later, returns
 * to what paid it, and documents, journal and ledger agree.
 */
class CreditTest {

    private static final String OF_LINES = """
            SELECT account_id, currency, SUM(amount) AS amount FROM posting GROUP BY account_id, currency
            ORDER BY account_id""";

    private static final String OF_DOCUMENTS = """
            SELECT account_id, currency, SUM(total) AS amount FROM invoice GROUP BY account_id, currency
            ORDER BY account_id""";

    private static final String OF_LEDGER = """
            SELECT account_id, currency, SUM(amount) AS amount FROM ledger_entry
            WHERE movement = 'bill' AND side = 'billed' GROUP BY account_id, currency ORDER BY account_id""";

    private static final String CREDITS = """
            SELECT p.posted_day, p.billing_day, p.workspace_id, p.meter, p.quantity, p.amount FROM posting p
            WHERE p.kind = 'credit' ORDER BY p.rating, p.billing_day, p.workspace_id, p.meter""";

    private static final String DOCUMENTS = """
            SELECT invoice_number, billing_month, account_id, document, refers_to, total, voucher, prepaid_card, cash, cloud,
              owed, fapiao_amount, state FROM invoice ORDER BY invoice_number""";

    @TempDir
    private Path folder;

    private Workplace place;

    private void closed(Databases database, String... closing) throws Exception {
        place = new Workplace(folder, database.address(folder));
        RetryStory.begin(place);
        answer(0, RetryStory.night(place, RetryStory.FIRST));
        answer(0, RetryStory.night(place, RetryStory.SECOND));
        answer(0, Stream.concat(Stream.of(close("2026-10")), Stream.of(closing)).toArray(String[]::new));
    }

    private static String[] close(String month) {
        return new String[] {"close", "--month", month, "--accept", "nights", "--reason", "story"};
    }

    /** A log costs 1.50 a million, a report 1.00, ten messages 1.00: 3.00, 2.00 and 40.00 on each day of a workspace; in USD 0.50 and 0.28. */
    @Test
    void whatWasCreditedStaysCreditedWhateverArrivesLater() throws Exception {
        whatWasCreditedStaysCreditedWhateverArrivesLater(Databases.HSQLDB);
    }

    private void whatWasCreditedStaysCreditedWhateverArrivesLater(Databases database) throws Exception {
        closed(database, "--issue-date", "2026-10-31");
        assertThat(RetryTest.rows(place, DOCUMENTS))
                .containsExactly(
                        "INV-2026-000001 2026-10 a-1 invoice null 180.00 18.00 100.00 2.00 0.00 60.00 102.00 final",
                        "INV-2026-000002 2026-10 a-2 invoice null 90.00 0.00 0.00 90.00 0.00 0.00 90.00 final",
                        "INV-USD-2026-000001 2026-10 a-3 invoice null 3.12 0.60 0.00 0.00 2.52 0.00 0.00 final");
        assertThat(answer(1, lateAgent("2026-10-30")))
                .contains("INV-2026-000002 of 2026-10-31", "found --issue-date 2026-10-30", "Nothing was posted");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM credit_note")).containsExactly("0");
        assertThat(answer(0, lateAgent("2026-11-05")))
                .contains(
                        "CN-2026-000001 for INV-2026-000002, dated 2026-11-05, posted under 2026-11-01: CNY -6.00 (cash -6.00)",
                        "of the files and documents of 2026-11 once that month is closed");
        assertThat(answer(1, lateAgent("2026-11-06")))
                .contains("credit note CN-2026-000001 was issued, 2026-11-05", "found --issue-date 2026-11-06");
        answer(0, lateAgent("2026-11-05"));
        assertThat(RetryTest.rows(place, CREDITS))
                .containsExactly(
                        "2026-11-01 2026-10-14 ws-3 log 0.00 -3.00", "2026-11-01 2026-10-15 ws-3 log 0.00 -3.00");
        balanced();

        RetryStory.Change.LATE_FILE.apply(place);
        answer(0, "nightly", "--day", "2026-11-02", "--no-catch-up");
        answer(0, "rerun", "--day", RetryStory.SECOND, "--posted-day", "2026-11-02");
        answer(0, "rerun", "--day", RetryStory.FIRST, "--workspace", "ws-3", "--posted-day", "2026-11-02");
        assertThat(RetryTest.rows(place, CREDITS)).hasSize(2);
        assertThat(RetryTest.rows(
                        place,
                        "SELECT kind, workspace_id, meter, amount FROM posting WHERE posted_day > DATE '2026-11-01'"
                                + " ORDER BY workspace_id, meter"))
                .containsExactly(
                        "adjustment ws-1 log 4.50", "adjustment ws-1 report 2.00", "adjustment ws-1 sms 40.00");

        answer(0, close("2026-11"));
        assertThat(RetryTest.rows(place, DOCUMENTS))
                .contains(
                        "CN-2026-000001 2026-11 a-2 credit_note INV-2026-000002 -6.00 0.00 0.00 -6.00 0.00 0.00 -6.00 final",
                        "INV-2026-000003 2026-11 a-1 invoice null 46.50 0.00 0.00 0.00 0.00 46.50 0.00 final")
                .hasSize(5);
        balanced();
        assertThat(RetryTest.rows(place, OF_DOCUMENTS)).isEqualTo(RetryTest.rows(place, OF_LINES));
        assertThat(Files.readAllLines(place.out().resolve("2026-11/r1/invoices.csv")))
                .anyMatch(line ->
                        line.startsWith("2026-11,a-2,CN-2026-000001,CNY,-6.00,0.00,0.00,-6.00,0.00,0.00,-6.00,final"
                                + ",credit_note,INV-2026-000002,Two,2026-11-01,2026-11-30,2026-11-05,2026-11-05,"));
        assertThat(Files.readAllLines(place.out().resolve("2026-11-01/r1/bill-lines.csv")))
                .anyMatch(line ->
                        line.startsWith("2026-11-01,2026-10-14,a-2,ws-3,log,14,credit,0,1000000,1.5,CNY,-3.00"));
        assertThat(answer(0, "explain", "CN-2026-000001")).contains("credits INV-2026-000002", "late agent", "credit");
        assertThat(answer(0, "explain", "INV-2026-000002")).contains("credited by CN-2026-000001");
        assertThat(answer(0, "reconcile", "--day", "2026-11-01")).doesNotContain("differ");
        RetryTest.execute(place, "UPDATE credit_note SET reason = 'another'");
        assertThat(answer(3, "verify")).contains("credit_note of invoice CN-2026-000001");
    }

    @Test
    void creditsReturnToWhatPaidAndNeverExceedWhatIsLeft() throws Exception {
        creditsReturnToWhatPaidAndNeverExceedWhatIsLeft(Databases.HSQLDB);
    }

    private void creditsReturnToWhatPaidAndNeverExceedWhatIsLeft(Databases database) throws Exception {
        closed(database);
        // What was owed comes first, since it is the newest; then the card, then cash; messages were not paid by the
        // voucher.
        String first = answer(0, "credit", "INV-2026-000001", "--lines", "ws-1:log:14=1", "--reason", "a");
        assertThat(first).contains("CN-2026-000001", "CNY -1.00");
        assertThat(answer(0, "credit", "INV-2026-000001", "--lines", "ws-1:log:14=1.00", "--reason", "a"))
                .contains("CN-2026-000001");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM credit_note")).containsExactly("1");
        assertThat(answer(1, "credit", "INV-2026-000001", "--lines", "ws-1:log:14=5.01", "--reason", "b"))
                .contains("Expected at most CNY 5.00 for line ws-1:log:14", "found CNY 5.01");
        assertThat(answer(1, "credit", "CN-2026-000001", "--reason", "b")).contains("found credit note CN-2026-000001");
        assertThat(answer(1, "credit", "INV-2026-000009", "--reason", "b")).contains("never issued");
        assertThat(answer(1, "credit", "INV-2026-000001", "--reason", " ")).contains("--reason");
        assertThat(answer(4, "void", "INV-2026-000001", "--reason", "b"))
                .contains("credit note CN-2026-000001 refers to it", "Nothing was voided");

        assertThat(answer(0, "credit", "INV-2026-000001", "--reason", "the rest"))
                .contains("CN-2026-000002");
        assertThat(answer(1, "credit", "INV-2026-000001", "--reason", "more")).contains("found CNY 0.00");
        assertThat(RetryTest.rows(
                        place,
                        "SELECT SUM(voucher), SUM(prepaid_card), SUM(cash), SUM(cloud), SUM(owed), SUM(total) FROM invoice"
                                + " WHERE account_id = 'a-1'"))
                .containsExactly("0.00 0.00 0.00 0.00 0.00 0.00");
        assertThat(RetryTest.rows(
                        place,
                        "SELECT side, instrument, balance FROM wallet_balance WHERE account_id = 'a-1' AND balance <> 0"
                                + " ORDER BY side"))
                .containsExactly("cash  2.00", "prepaid_card c-1 100.00", "voucher v-1 18.00");

        assertThat(answer(0, "credit", "INV-USD-2026-000001", "--reason", "all"))
                .contains("CN-USD-2026-000001", "USD -3.12 (vouchers -0.60, cloud accounts -2.52)");
        assertThat(RetryTest.rows(
                        place,
                        "SELECT posted_day, workspace_id, vendor_account, amount FROM marketplace_record"
                                + " WHERE amount < 0"))
                .containsExactly("2026-11-01 ws-4 1234-5678 -2.52");
        balanced();
        assertThat(answer(0, close("2026-11")))
                .contains("credit notes CNY -180.00 in 2", "credit notes USD -3.12 in 1");
        balanced();
    }

    @Test
    void aVoidedInvoiceKeepsItsNumberAndItsPostingsGetAnother() throws Exception {
        aVoidedInvoiceKeepsItsNumberAndItsPostingsGetAnother(Databases.HSQLDB);
    }

    private void aVoidedInvoiceKeepsItsNumberAndItsPostingsGetAnother(Databases database) throws Exception {
        closed(database);
        List<String> ledger = RetryTest.rows(place, "SELECT COUNT(*), SUM(amount) FROM ledger_entry");
        String shipment = "INSERT INTO shipment (shipment_id, period, revision, target, account_id, content_digest,"
                + " status, attempts) VALUES (1, '2026-10', 1, 'finance', '', 'd', 'shipped', 1)";
        RetryTest.execute(place, shipment);
        assertThat(answer(4, "void", "INV-2026-000001", "--reason", "wrong title"))
                .contains("found INV-2026-000001: revision 1 of 2026-10 was shipped to finance");
        RetryTest.execute(place, "UPDATE shipment SET status = 'pending', attempts = 0");
        assertThat(answer(0, "void", "INV-2026-000001", "--reason", "wrong title"))
                .contains("INV-2026-000001; INV-2026-000003 has taken its place");
        RetryTest.execute(place, "DELETE FROM shipment");
        assertThat(answer(0, "void", "INV-2026-000001", "--reason", "wrong title"))
                .contains("INV-2026-000003");
        assertThat(answer(1, "void", "INV-2026-000001", "--reason", "again"))
                .contains("which was voided; INV-2026-000003 has taken its place");
        assertThat(answer(1, "credit", "INV-2026-000001", "--reason", "x")).contains("which was voided");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*), SUM(amount) FROM ledger_entry"))
                .isEqualTo(ledger);
        assertThat(Files.readAllLines(place.out().resolve("2026-10/r2/invoices.csv")))
                .anyMatch(
                        line -> line.startsWith(
                                "2026-10,a-1,INV-2026-000001,CNY,0.00,0.00,0.00,0.00,0.00,0.00,0.00,void,invoice,INV-2026-000003,"))
                .anyMatch(line -> line.startsWith(
                        "2026-10,a-1,INV-2026-000003,CNY,180.00,18.00,100.00,2.00,0.00,60.00,102.00,final,invoice,,"))
                .hasSize(5);
        assertThat(Files.readString(place.out().resolve("2026-10/r2/invoice-lines.csv")))
                .contains("INV-2026-000003")
                .doesNotContain("INV-2026-000001");
        assertThat(answer(0, close("2026-10"))).contains("(unchanged)");
        assertThat(place.out().resolve("2026-10/r3")).doesNotExist();
        assertThat(RetryTest.rows(place, OF_DOCUMENTS)).isEqualTo(RetryTest.rows(place, OF_LINES));
        assertThat(answer(0, "explain", "INV-2026-000001"))
                .contains("void", "replaced by INV-2026-000003", "wrong title");
        assertThat(answer(0, "explain", "INV-2026-000003")).contains("replaces INV-2026-000001");
        balanced();
        RetryTest.execute(place, "UPDATE voided_invoice SET total = 1");
        assertThat(answer(3, "verify")).contains("invoice of invoice INV-2026-000001");
    }

    @Test
    @Tag("long")
    void whatWasCreditedStaysCreditedWhateverArrivesLaterOnPostgresql() throws Exception {
        whatWasCreditedStaysCreditedWhateverArrivesLater(Databases.POSTGRESQL);
    }

    @Test
    @Tag("long")
    void creditsReturnToWhatPaidAndNeverExceedWhatIsLeftOnPostgresql() throws Exception {
        creditsReturnToWhatPaidAndNeverExceedWhatIsLeft(Databases.POSTGRESQL);
    }

    @Test
    @Tag("long")
    void aVoidedInvoiceKeepsItsNumberAndItsPostingsGetAnotherOnPostgresql() throws Exception {
        aVoidedInvoiceKeepsItsNumberAndItsPostingsGetAnother(Databases.POSTGRESQL);
    }

    private static String[] lateAgent(String date) {
        return new String[] {
            "credit", "INV-2026-000002", "--lines", "ws-3:log:14", "--reason", "late agent", "--issue-date", date
        };
    }

    /** Documents of the closed months, all postings and the ledger have the same sums. */
    private void balanced() throws Exception {
        answer(0, "verify");
        assertThat(RetryTest.rows(place, OF_LEDGER)).isEqualTo(RetryTest.rows(place, OF_LINES));
    }

    private String answer(int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}
