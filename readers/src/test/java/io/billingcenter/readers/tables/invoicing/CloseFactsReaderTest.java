package io.billingcenter.readers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.invoicing.CloseFacts;
import io.billingcenter.domain.invoicing.CloseReason;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.SilentWorkspaces;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.guard.OpenAmountReader;
import io.billingcenter.readers.tables.guard.OpenAmountReader.Place;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The findings against closing 2026-11, and the invoices of a month without findings. */
class CloseFactsReaderTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final SilentWorkspaces.Limit LIMIT = new SilentWorkspaces.Limit(10, 3, 10);

    private JdbcTemplate jdbc;
    private int postings;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void earlierMonthsWithPostingsAreOpenUntilTheyAreClosedHereOrElsewhere() {
        post("2026-07-31", "ba_1", "w1", "CNY", "1.00");
        post("2026-09-01", "ba_1", "w1", "CNY", "1.00");
        post("2026-10-31", "ba_1", "w1", "CNY", "1.00");
        post("2026-11-01", "ba_1", "w1", "CNY", "1.00");
        post("2026-12-01", "ba_1", "w1", "CNY", "1.00");
        assertThat(facts().openMonths())
                .extracting(BillingMonth::toString)
                .containsExactly("2026-07", "2026-09", "2026-10");
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES ('2026-07')");
        jdbc.update("INSERT INTO month_closed_outside (billing_month) VALUES ('2026-09')");
        assertThat(facts().openMonths()).extracting(BillingMonth::toString).containsExactly("2026-10");
    }

    @Test
    void aDatabaseWithoutPostingsHasNothingOpen() {
        assertThat(facts().openMonths()).isEmpty();
        assertThat(facts().cells()).isEmpty();
        assertThat(new CloseFactsReader(jdbc).isClosed(MONTH)).isFalse();
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES ('2026-11')");
        assertThat(new CloseFactsReader(jdbc).isClosed(MONTH)).isTrue();
    }

    @Test
    void findingsOfClosedMonthsAndOfLaterDaysDoNotCount() {
        for (String day : List.of("2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01")) {
            jdbc.update(
                    "INSERT INTO input_finding VALUES ('w1', ?, 'unreadable', 'a.csv', 'd', 1)", LocalDate.parse(day));
        }
        assertThat(facts().cells()).extracting(CloseFacts.Cell::day).hasSize(3);
        jdbc.update("INSERT INTO closed_month (billing_month) VALUES ('2026-10')");
        assertThat(facts().cells())
                .extracting(cell -> cell.kind() + " " + cell.day())
                .containsExactlyInAnyOrder(
                        CloseReason.UNREADABLE + " 2026-11-01", CloseReason.UNREADABLE + " 2026-11-30");
    }

    @Test
    void silentDaysOfOneSilenceStandTogetherWithTheLastCharges() {
        reading("w1", "2026-11-10");
        reading("w2", "2026-11-10");
        charged("w1", "2026-11-10", "80.00");
        charged("w2", "2026-11-10", "15.00");
        charged("w3", "2026-11-10", "5.00");
        for (String day : List.of("2026-11-11", "2026-11-12")) {
            for (String workspace : List.of("w1", "w2")) {
                jdbc.update(
                        "INSERT INTO input_finding VALUES (?, ?, 'missing', '', 'd', 1)",
                        workspace,
                        LocalDate.parse(day));
            }
        }
        assertThat(facts().silences()).singleElement().satisfies(silence -> {
            assertThat(silence.first()).isEqualTo(BillingDay.parse("2026-11-11"));
            assertThat(silence.days()).hasSize(4);
            assertThat(silence.charged()).containsExactly(Map.entry("CNY", new BigDecimal("95.00")));
            assertThat(silence.allCharged()).containsExactly(Map.entry("CNY", new BigDecimal("100.00")));
            assertThat(silence.allWorkspaces()).isEqualTo(3);
        });
    }

    @Test
    void aSilenceThatBeganLaterStandsByItself() {
        reading("w1", "2026-11-10");
        reading("w2", "2026-11-11");
        jdbc.update("INSERT INTO input_finding VALUES ('w1', DATE '2026-11-12', 'missing', '', 'd', 1)");
        jdbc.update("INSERT INTO input_finding VALUES ('w2', DATE '2026-11-12', 'missing', '', 'd', 1)");
        assertThat(facts().silences())
                .extracting(
                        silence -> silence.first() + " " + silence.days().get(0).workspace())
                .containsExactly("2026-11-11 w1", "2026-11-12 w2");
    }

    @Test
    void anOpenDayIsWorthItsLastChargedDay() {
        charged("w1", "2026-11-09", "7.00");
        charged("w1", "2026-11-10", "80.00");
        charged("w1", "2026-11-12", "1.00");
        jdbc.update("INSERT INTO input_finding VALUES ('w1', DATE '2026-11-11', 'missing', '', 'd', 1)");
        jdbc.update("INSERT INTO late_day VALUES ('w1', DATE '2026-11-08', 'late', 1)");
        Map<Place, Map<String, BigDecimal>> worth = new OpenAmountReader(jdbc).upTo(BillingDay.parse("2026-11-30"));
        assertThat(worth)
                .as("nothing was charged before the 8th")
                .containsExactly(Map.entry(
                        new Place("w1", BillingDay.parse("2026-11-11")), Map.of("CNY", new BigDecimal("80.00"))));
        assertThat(new OpenAmountReader(jdbc).upTo(BillingDay.parse("2026-11-10")))
                .isEmpty();
    }

    @Test
    void invoicesComeByAccountAndCurrencyAndThoseIssuedAreLeftOut() {
        post("2026-11-01", "ba_2", "w1", "USD", "0.30");
        post("2026-11-30", "ba_2", "w1", "CNY", "2.00");
        post("2026-11-30", "ba_2", "w1", "CNY", "-0.50");
        post("2026-11-15", "ba_1", "w1", "CNY", "1.00");
        post("2026-10-31", "ba_1", "w1", "CNY", "9.00");
        post("2026-12-01", "ba_1", "w1", "CNY", "9.00");
        assertThat(drafts()).containsExactly("ba_1 CNY 1.00 1", "ba_2 CNY 1.50 1", "ba_2 USD 0.30 1");
        jdbc.update("INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id)"
                + " VALUES ('INV-2026-000001', '2026-11', 'ba_2', 'CNY', 1.50, 'final', 1)");
        assertThat(drafts()).containsExactly("ba_1 CNY 1.00 1", "ba_2 USD 0.30 1");
    }

    @Test
    void anInvoiceOfUnsettledBillsIsRefused() {
        post("2026-11-15", "ba_1", "w1", "CNY", "1.00");
        assertThatThrownBy(() -> new InvoiceReader(jdbc, MONTH).read())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("ba_1", "are not settled");
    }

    private CloseFacts facts() {
        return new CloseFactsReader(jdbc).read(MONTH, LIMIT);
    }

    private List<String> drafts() {
        List<String> invoices = new ArrayList<>();
        InvoiceReader reader = InvoiceReader.preview(jdbc, MONTH);
        for (Invoice invoice = reader.read(); invoice != null; invoice = reader.read()) {
            invoices.add(invoice.account() + " " + invoice.currency() + " "
                    + invoice.total().amount() + " " + invoice.lines().size());
        }
        return invoices;
    }

    private void post(String postedDay, String account, String workspace, String currency, String amount) {
        postings++;
        jdbc.update(
                "INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,"
                        + " retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)"
                        + " VALUES (?, ?, ?, ?, 'wallet', ?, 'sms', 0, 'usage', ?, 1, 1, ?, ?, 1, 7)",
                "p" + postings,
                LocalDate.parse(postedDay),
                LocalDate.parse(postedDay),
                account,
                workspace,
                postings,
                currency,
                new BigDecimal(amount));
    }

    private void reading(String workspace, String day) {
        jdbc.update(
                "INSERT INTO day_reading (workspace_id, billing_day, reading, input_digest, revision, files,"
                        + " unreadable_files, records, accepted, duplicates, conflicts, quarantined, over_limit,"
                        + " is_current, run_id) VALUES (?, ?, 1, 'i', 1, 1, 0, 1, 1, 0, 0, 0, FALSE, TRUE, 1)",
                workspace,
                LocalDate.parse(day));
    }

    private void charged(String workspace, String day, String amount) {
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                        + " posted, run_id) VALUES (?, ?, 1, 1, 't', 'charged', TRUE, TRUE, 1)",
                workspace,
                LocalDate.parse(day));
        new FactRows(jdbc)
                .charge(
                        workspace,
                        LocalDate.parse(day),
                        1,
                        FactRows.charge("sms", 0, null, "CNY", new BigDecimal(amount)));
    }
}
