package io.billingcenter.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.samples.RetryTest.Trap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A month is closed when everything of it is done, or when a person accepts what is not; never over half a night. */
class CloseTest {

    private static final String[] ACCEPTED = {
        "close", "--month", "2026-10", "--accept", "nights", "--reason", "a sample"
    };

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void aNight() throws Exception {
        place = new Workplace(folder, Databases.HSQLDB.address(folder));
        RetryStory.begin(place);
        answer(0, RetryStory.night(place, RetryStory.FIRST));
    }

    @Test
    void aNightThatPostedAndDidNotFinishCanOnlyBeFinished() throws Exception {
        Trap.POST_CHARGES.set(place);
        answer(5, RetryStory.night(place, RetryStory.SECOND));
        Trap.POST_CHARGES.clear(place);
        String cutOff = "it posted and did not finish, and can only be finished; run billing nightly --day 2026-10-15";
        assertThat(answer(4, ACCEPTED))
                .contains("nights 2026-10-15: " + cutOff, "Nothing was closed and nothing was numbered")
                .doesNotContain("nights 2026-10-16", "--accept");
        assertThat(answer(4, "close", "--month", "2026-10", "--preview")).contains(cutOff);
        for (List<String> job : List.of(
                List.of("settle", "--day", RetryStory.SECOND),
                List.of("deliver", "--day", RetryStory.SECOND),
                List.of("rerun", "--day", RetryStory.FIRST))) {
            assertThat(answer(4, job.toArray(String[]::new)))
                    .contains("posted and did not finish", "Run billing nightly --day 2026-10-15 first");
        }
        assertThat(RetryTest.rows(place, "SELECT * FROM closed_month")).isEmpty();
        assertThat(RetryTest.rows(place, "SELECT * FROM invoice")).isEmpty();
        answer(0, RetryStory.night(place, RetryStory.SECOND));
        answer(0, ACCEPTED);
        assertThat(RetryTest.rows(place, "SELECT SUM(total) FROM invoice"))
                .isEqualTo(RetryTest.rows(place, "SELECT SUM(amount) FROM posting"));
        answer(0, "verify");
    }

    @Test
    void nightsThatDidNotRunAreAcceptedWithAReasonThatIsKept() throws Exception {
        String refused = answer(4, "close", "--month", "2026-10");
        assertThat(refused)
                .contains("nights 2026-10-15: no night of the day has finished; run billing nightly --day 2026-10-15")
                .contains("nights 2026-10-31", "--accept nights --reason TEXT")
                .doesNotContain("nights 2026-10-13");
        answer(1, "close", "--month", "2026-10", "--accept", "nights");
        answer(1, "close", "--month", "2026-10", "--reason", "x");
        assertThat(answer(1, "close", "--month", "2026-10", "--accept", "night", "--reason", "x"))
                .contains("found 'night'");
        assertThat(RetryTest.rows(place, "SELECT * FROM closed_month")).isEmpty();
        assertThat(answer(0, ACCEPTED)).contains("accepted     nights: a sample");
        assertThat(RetryTest.rows(place, "SELECT accepted, reason FROM month_close"))
                .containsExactly("nights a sample");
        assertThat(RetryTest.rows(place, "SELECT COUNT(*) FROM month_close_finding WHERE effect = 'blocks'"))
                .containsExactly("17");
        assertThat(place.out().resolve("reports").resolve("closeMonth-2026-10-2/report.html"))
                .content()
                .contains("a sample", "2026-10-15");
        assertThat(answer(0, "close", "--month", "2026-10")).contains("(unchanged)");
        answer(0, "verify");
        RetryTest.execute(place, "UPDATE month_close SET reason = 'another'");
        assertThat(answer(3, "verify")).contains("month_close");
    }

    @Test
    void aCloseThatWasCutOffAsksNothingAgain() throws Exception {
        RetryTest.execute(place, "ALTER TABLE invoice ADD CONSTRAINT trap CHECK (account_id <> 'a-2')");
        answer(5, ACCEPTED);
        RetryTest.execute(place, "ALTER TABLE invoice DROP CONSTRAINT trap");
        answer(0, "close", "--month", "2026-10");
        assertThat(RetryTest.rows(place, "SELECT invoice_number, account_id FROM invoice"))
                .containsExactly("INV-2026-000001 a-1", "INV-2026-000002 a-2", "INV-USD-2026-000001 a-3");
        answer(0, "verify");
    }

    @Test
    void aPreviewChangesNothingAndShowsTheInvoicesToCome() throws Exception {
        var before = TableRows.of(place);
        assertThat(answer(4, "close", "--month", "2026-10", "--preview"))
                .contains("not done", "nights 2026-10-15", "would be refused", "CNY 135.00 in 2, without numbers");
        assertThat(TableRows.of(place)).isEqualTo(before);
        Path draft = place.out().resolve("2026-10/draft");
        List<String> invoices = Files.readAllLines(draft.resolve("invoices.csv"));
        List<String> lines = Files.readAllLines(draft.resolve("invoice-lines.csv"));
        answer(1, "close", "--month", "2026-10", "--preview", "--accept", "nights", "--reason", "x");
        answer(0, "verify");
        answer(0, ACCEPTED);
        Path real = place.out().resolve("2026-10/r1");
        assertThat(invoices)
                .isEqualTo(Files.readAllLines(real.resolve("invoices.csv")).stream()
                        .map(line -> line.replaceFirst("INV-[A-Z0-9-]+", "")
                                .replace(",final", ",draft")
                                .replace(",2027-02-01,2027-03-03,", ",,,"))
                        .toList());
        assertThat(lines)
                .isEqualTo(Files.readAllLines(real.resolve("invoice-lines.csv")).stream()
                        .map(line -> line.replaceFirst("INV-[A-Z0-9-]+", ""))
                        .toList());
        assertThat(answer(0, "close", "--month", "2026-10", "--preview")).contains("the month is closed");
        answer(0, "verify");
    }

    @Test
    void theDateOfTheInvoicesIsThatOfTheFirstClose() throws Exception {
        answer(0, ACCEPTED);
        String dates =
                "SELECT DISTINCT m.invoice_date, h.invoice_date, h.due_date FROM month_close m, invoice_header h";
        assertThat(RetryTest.rows(place, dates)).containsExactly("2027-02-01 2027-02-01 2027-03-03");
        var before = place.delivered();
        assertThat(answer(1, "close", "--month", "2026-10", "--issue-date", "2026-11-04"))
                .contains("invoices of 2026-10 were issued, 2027-02-01, found --issue-date 2026-11-04");
        answer(0, "close", "--month", "2026-10", "--issue-date", "2027-02-01");
        Workplace.Answer later = place.billing(
                Clock.fixed(Instant.parse("2027-05-05T05:00:00Z"), ZoneOffset.UTC), "close", "--month", "2026-10");
        assertThat(later.status()).as(later.text()).isZero();
        assertThat(RetryTest.rows(place, dates)).containsExactly("2027-02-01 2027-02-01 2027-03-03");
        assertThat(place.delivered()).usingRecursiveComparison().isEqualTo(before);
        answer(0, "verify");
    }

    @Test
    void aGivenDateIsStoredAndDecidesWhenInvoicesAreDue() throws Exception {
        assertThat(answer(1, "close", "--month", "2026-10", "--issue-date", "2026-10-30"))
                .contains("2026-10-31, the last day of the month, or later");
        assertThat(answer(1, "close", "--month", "2026-10", "--preview", "--issue-date", "2026-11-04"))
                .contains("its invoices have no date");
        String[] given = Arrays.copyOf(ACCEPTED, ACCEPTED.length + 4);
        System.arraycopy(
                new String[] {"--issue-date", "2026-11-04", "--set", "billing.invoicing.terms-days=14"},
                0,
                given,
                ACCEPTED.length,
                4);
        answer(0, given);
        assertThat(RetryTest.rows(place, "SELECT DISTINCT invoice_date, due_date FROM invoice_header"))
                .containsExactly("2026-11-04 2026-11-18");
        RetryTest.execute(
                place, "UPDATE invoice_header SET account_name = 'Other' WHERE invoice_number = 'INV-2026-000001'");
        assertThat(answer(3, "verify")).contains("invoice_header of invoice INV-2026-000001");
    }

    @Test
    void namesThatChangeAfterTheCloseChangeNoInvoice() throws Exception {
        answer(0, ACCEPTED);
        var before = place.delivered();
        Path accounts = place.reference().resolve("billing_accounts.csv");
        Files.writeString(
                accounts, Files.readString(accounts).replaceAll("(?m)^(a-[0-9]+,[^,]*),[^,]*,", "$1,Renamed Ltd,"));
        Files.writeString(
                place.reference().resolve("invoice_profiles.csv"),
                "account_id,title,tax_id,address,phone,bank,bank_account,email,country,buyer_reference,endpoint_scheme,"
                        + "endpoint,from,to\na-1,New Title Ltd,T9,,,,,,,,,,2026-01-01,\n");
        answer(0, "import");
        assertThat(RetryTest.rows(place, "SELECT name FROM billing_account WHERE account_id = 'a-1'"))
                .containsExactly("Renamed Ltd");
        for (String layout : List.of("1", "2")) {
            answer(
                    0,
                    "close",
                    "--month",
                    "2026-10",
                    "--set",
                    "billing.delivery.invoices=" + layout,
                    "--set",
                    "billing.seller.CNY.name=Another");
        }
        assertThat(place.delivered()).usingRecursiveComparison().isEqualTo(before);
        answer(0, "verify");
    }

    @Test
    void anEarlierMonthComesFirst() throws Exception {
        assertThat(answer(4, "close", "--month", "2026-11"))
                .contains("earlier-month 2026-10: it has postings and is open; run billing close --month 2026-10");
        answer(0, ACCEPTED);
        assertThat(answer(4, "close", "--month", "2026-11")).doesNotContain("earlier-month 2026-10:");
    }

    @Test
    void whatIsHeldIsNamed() throws Exception {
        Files.delete(place.reference().resolve("bindings.csv"));
        Files.writeString(
                place.reference().resolve("bindings.csv"),
                "workspace_id,account_id,settlement,vendor_account,from,to\nws-1,a-1,wallet,,2026-01-01,\n");
        answer(2, RetryStory.night(place, RetryStory.SECOND));
        assertThat(answer(4, ACCEPTED))
                .contains("holds 2026-10-15 ws-2: held for no_binding", "holds ack --workspace ws-2 --day 2026-10-15")
                .doesNotContain("nights 20");
        RetryTest.execute(
                place,
                "INSERT INTO acknowledgement (ack_number, workspace_id, from_day, until_day, reason, meter, note, given_by,"
                        + " given_at) VALUES (1, '', NULL, DATE '2026-10-31', 'no_binding', '', 'known', 'me', 'today')");
        answer(0, ACCEPTED);
    }

    /** The clock says 2027-02-01T00:00Z. */
    @ParameterizedTest
    @CsvSource({
        "Pacific/Honolulu, 2027-01-30, 2027-02-01, today is 2027-01-31",
        "Pacific/Kiritimati, 2027-01-31, 2027-02-02, today is 2027-02-01",
        "Asia/Shanghai, 2027-01-31, 2027-02-02, today is 2027-02-01"
    })
    void daysAreThoseOfTheBillingZone(String zone, String yesterday, String notBegun, String told) {
        String set = "billing.zone=" + zone;
        assertThat(answer(0, "import", "--set", set)).contains("importReference " + yesterday);
        assertThat(answer(1, "nightly", "--day", notBegun, "--set", set)).contains(told);
        assertThat(answer(1, "close", "--month", "2027-01", "--set", set))
                .contains("can be closed from 2027-02-03", told);
        assertThat(answer(1, "import", "--set", "billing.zone=Mars/Olympus"))
                .contains("a time zone like Asia/Shanghai");
    }

    private String answer(int status, String... command) {
        Workplace.Answer answer = place.billing(command);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        return answer.text();
    }
}
