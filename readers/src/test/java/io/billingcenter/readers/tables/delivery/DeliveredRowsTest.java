package io.billingcenter.readers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.digest.Digests;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows are put in with SQL, in an order that is not the one of the files, and printed with empty cells as nothing. */
class DeliveredRowsTest {

    private static final DeliveryPeriod DAY = DeliveryPeriod.parse("2026-11-21");
    private static final DeliveryPeriod MONTH = DeliveryPeriod.parse("2026-11");

    private JdbcTemplate jdbc;
    private DeliveredRows rows;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        rows = new DeliveredRows(jdbc, UnitsRule.EXACT, ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void usageComesFromTheCurrentRatingOfTheDayAlone() {
        ratedDay("ws-1", "2026-11-21", 1, 1, false);
        ratedDay("ws-1", "2026-11-21", 2, 3, true);
        ratedDay("ws-1", "2026-11-20", 1, 1, true);
        usage("ws-1", "2026-11-21", 1, "log", 14, "99");
        usage("ws-1", "2026-11-21", 2, "trace", 3, "1000.50");
        usage("ws-1", "2026-11-20", 1, "log", 14, "77");

        assertThat(print(DeliveredFile.USAGE, DAY)).containsExactly("2026-11-21,ws-1,trace,3,1000.50,1000000,3");
    }

    @Test
    void usageIsSortedByCodePointAndRetentionByValueWithFlatFirst() {
        for (String workspace : List.of("ws_b", "ws-b", "wsb", "Wsb")) {
            ratedDay(workspace, "2026-11-21", 1, 1, true);
            usage(workspace, "2026-11-21", 1, "log_bytes", 7, "1");
        }
        usage("Wsb", "2026-11-21", 1, "log", 30, "1");
        usage("Wsb", "2026-11-21", 1, "log", 7, "1");
        usage("Wsb", "2026-11-21", 1, "sms", 0, "1");

        assertThat(print(DeliveredFile.USAGE, DAY))
                .containsExactly(
                        "2026-11-21,Wsb,log,7,1.00,1000000,1",
                        "2026-11-21,Wsb,log,30,1.00,1000000,1",
                        "2026-11-21,Wsb,log_bytes,7,1.00,1000000000,1",
                        "2026-11-21,Wsb,sms,,1.00,10,1",
                        "2026-11-21,ws-b,log_bytes,7,1.00,1000000000,1",
                        "2026-11-21,ws_b,log_bytes,7,1.00,1000000000,1",
                        "2026-11-21,wsb,log_bytes,7,1.00,1000000000,1");
    }

    @Test
    void holdsAreThoseOfRatingAndOfFilesThatCameTooLate() {
        ratedDay("ws-2", "2026-11-21", 1, 1, false);
        ratedDay("ws-2", "2026-11-21", 2, 1, true);
        hold("ws-2", 1, "no_binding", "", 0, null, "of an earlier rating");
        hold("ws-2", 2, "no_price", "log", 14, "5.00", "no price book");
        hold("ws-2", 2, "no_price", "log", 0, "4.00", "");
        ratedDay("ws-1", "2026-11-21", 1, 1, true);
        hold("ws-1", 1, "no_binding", "", 0, null, "no binding");
        lateDay("ws-2", "2026-11-21", "late.csv");
        lateDay("ws-2", "2026-11-20", "other day");

        assertThat(print(DeliveredFile.HOLDS, DAY))
                .containsExactly(
                        "2026-11-21,ws-1,no_binding,,,,no binding",
                        "2026-11-21,ws-2,late_window,,,,late.csv",
                        "2026-11-21,ws-2,no_price,log,,4.00,",
                        "2026-11-21,ws-2,no_price,log,14,5.00,no price book");
    }

    @Test
    void billLinesAreThePostingsOfThePostedDayInTheOrderOfTheirOrdinals() {
        posting("pa", "2026-11-21", "2026-11-20", "acct-b", "wallet", 2, "-0.50");
        posting("pb", "2026-11-21", "2026-11-20", "acct-b", "aws", 1, "1.50");
        posting("pc", "2026-11-21", "2026-11-19", "acct-c", "wallet", 1, "2.00");
        posting("pd", "2026-11-22", "2026-11-21", "acct-a", "wallet", 1, "9.00");

        assertThat(print(DeliveredFile.BILL_LINES, DAY))
                .containsExactly(
                        "2026-11-21,2026-11-19,acct-c,ws-1,log,14,usage,10.00,1000000,1.2000000,CNY,CNY 2.00,,pc",
                        "2026-11-21,2026-11-20,acct-b,ws-1,log,14,usage,10.00,1000000,1.2000000,CNY,CNY 1.50,,pb",
                        "2026-11-21,2026-11-20,acct-b,ws-1,log,14,usage,10.00,1000000,1.2000000,CNY,CNY -0.50,,pa");
    }

    @Test
    void settlementAddsUpTheSharesOfABill() {
        payment("2026-11-21", "acct-b", "wallet", "ws-1", true, "0.10", "0.02", "0.03", "0", "0.05");
        payment("2026-11-21", "acct-b", "wallet", "ws-1", false, "0", "0", "0.20", "0", "0");
        payment("2026-11-21", "acct-b", "aws", "ws-2", true, "0", "0", "0", "-3.00", "0");
        payment("2026-11-20", "acct-b", "wallet", "ws-1", true, "0", "0", "5.00", "0", "0");

        assertThat(print(DeliveredFile.SETTLEMENT, DAY))
                .containsExactly(
                        "2026-11-21,acct-b,aws,CNY,CNY -3.00,CNY 0.00,CNY 0.00,CNY 0.00,CNY -3.00,CNY 0.00",
                        "2026-11-21,acct-b,wallet,CNY,CNY 0.40,CNY 0.10,CNY 0.02,CNY 0.23,CNY 0.00,CNY 0.05");
    }

    @Test
    void noticesOfTheDayTellTheAccountFirst() {
        notice("acct-b", "ws-1", "countdown", 14, "3.00");
        notice("acct-b", "", "countdown", 14, "3.00");
        notice("acct-a", "", "vendor_released", null, null);

        assertThat(print(DeliveredFile.NOTICES, DAY))
                .containsExactly(
                        "2026-11-21,acct-a,,vendor_released,,,CNY",
                        "2026-11-21,acct-b,,countdown,14,CNY 3.00,CNY",
                        "2026-11-21,acct-b,ws-1,countdown,14,CNY 3.00,CNY");
    }

    @Test
    void freeUsageIsWhatWorkspacesOnTheFreePlanUsedOfTheirQuotas() {
        plan("ws-1", "free", "2026-11-01", "2026-11-21");
        plan("ws-1", "commercial", "2026-11-21", null);
        plan("ws-2", "free", "2026-11-21", null);
        plan("ws-3", "private", "2026-11-01", null);
        for (String workspace : List.of("ws-1", "ws-2", "ws-3")) {
            ratedDay(workspace, "2026-11-21", 1, 1, true);
            usage(workspace, "2026-11-21", 1, "sms", 0, "3");
        }
        usage("ws-2", "2026-11-21", 1, "rum_pv", 7, "1500.50");
        usage("ws-2", "2026-11-21", 1, "rum_pv", 14, "600");
        usage("ws-2", "2026-11-21", 1, "log", 14, "1000000");
        usage("ws-2", "2026-11-21", 1, "scan", 0, "1");

        assertThat(print(DeliveredFile.FREE_USAGE, DAY))
                .containsExactly(
                        "2026-11-21,ws-2,log,1000000,1000000.00,0.00,1000000",
                        "2026-11-21,ws-2,rum_pv,2000,2100.50,100.50,10000",
                        "2026-11-21,ws-2,sms,0,3.00,3.00,10");
        assertThat(rows.rowCount(DeliveredFile.FREE_USAGE, DAY)).isEqualTo(3);
    }

    @Test
    void resultsOfSelfBuiltNodesDoNotCountAgainstTheQuotaOfLogs() {
        for (String workspace : List.of("ws-1", "ws-2")) {
            plan(workspace, "free", "2026-11-01", null);
            ratedDay(workspace, "2026-11-21", 1, 2, true);
            usage(workspace, "2026-11-21", 1, "log", 14, "1000");
            selfSynthetic(workspace, 1, false, 999);
        }
        selfSynthetic("ws-1", 2, true, 400);
        selfSynthetic("ws-2", 2, true, 1000);

        assertThat(print(DeliveredFile.FREE_USAGE, DAY))
                .containsExactly("2026-11-21,ws-1,log,1000000,600.00,0,1000000");
        assertThat(rows.rowCount(DeliveredFile.FREE_USAGE, DAY)).isEqualTo(1);
    }

    @Test
    void alertsOfTheDayTellTheTotalFirst() {
        alert("ws-2", "2026-11-21", "", "9.00", "10.00");
        alert("ws-1", "2026-11-21", "log", "1.00", "1.01");
        alert("ws-1", "2026-11-21", "", "2.00", "3.00");
        alert("ws-1", "2026-11-20", "", "2.00", "3.00");

        assertThat(print(DeliveredFile.ALERTS, DAY))
                .containsExactly(
                        "2026-11-21,ws-1,,CNY 2.00,CNY 3.00,CNY",
                        "2026-11-21,ws-1,log,CNY 1.00,CNY 1.01,CNY",
                        "2026-11-21,ws-2,,CNY 9.00,CNY 10.00,CNY");
    }

    @Test
    void invoicesOfTheMonthAreSortedByAccountThenNumber() {
        invoice("INV-2026-000001", "2026-11", "acct-b", "CNY", "7.00");
        invoice("INV-2026-000003", "2026-11", "acct-a", "USD", "2.00");
        invoice("INV-2026-000002", "2026-11", "acct-a", "CNY", "1.00");
        invoice("INV-2026-000004", "2026-10", "acct-a", "CNY", "9.00");

        String unpaid = "CNY 0.00,CNY 0.00,CNY 0.00,CNY 0.00";
        assertThat(print(DeliveredFile.INVOICES, MONTH))
                .containsExactly(
                        "2026-11,acct-a,INV-2026-000002,CNY,CNY 1.00," + unpaid + ",CNY 1.00,CNY 0.00,final",
                        "2026-11,acct-a,INV-2026-000003,USD,USD 2.00," + unpaid.replace("CNY", "USD")
                                + ",USD 2.00,USD 0.00,final",
                        "2026-11,acct-b,INV-2026-000001,CNY,CNY 7.00," + unpaid + ",CNY 7.00,CNY 0.00,final");
    }

    @Test
    void aMonthHasTheLayoutWithWhichItWasClosed() {
        assertThat(rows.files(MONTH)).isEqualTo(InvoiceLayout.VERSION_2.files());
        jdbc.update("INSERT INTO closed_month VALUES ('2026-11')");
        assertThat(rows.files(MONTH)).as("closed by an older program").isEqualTo(InvoiceLayout.VERSION_1.files());
        jdbc.update("INSERT INTO month_closed_outside VALUES ('2026-11', 2)");
        assertThat(rows.files(MONTH)).isEqualTo(InvoiceLayout.VERSION_2.files());
        jdbc.update("INSERT INTO month_close VALUES ('2026-11', '', '', '', NULL, 'd', 7, DATE '2026-12-02', 1)");
        assertThat(rows.files(MONTH)).isEqualTo(InvoiceLayout.VERSION_1.files());
        assertThat(rows.files(DAY)).hasSize(8);
    }

    @Test
    void documentsHaveTheNamesWithWhichTheyWereIssued() {
        invoice("INV-2026-000001", "2026-11", "acct-b", "CNY", "7.00");
        invoice("INV-2026-000002", "2026-11", "acct-c", "CNY", "-1.00");
        jdbc.update(
                "UPDATE invoice SET document = 'credit_note', refers_to = 'INV-2026-000001' WHERE account_id = 'acct-c'");
        header("INV-2026-000001", "Account B");
        List<List<@Nullable Object>> read = read(DeliveredFile.INVOICES_2, MONTH);
        assertThat(read.get(0).subList(11, 22))
                .containsExactly(
                        "final",
                        "invoice",
                        null,
                        "Account B",
                        BillingDay.parse("2026-11-01"),
                        BillingDay.parse("2026-11-30"),
                        BillingDay.parse("2026-12-02"),
                        BillingDay.parse("2027-01-01"),
                        "Us",
                        "B Ltd",
                        "T-1");
        assertThat(read.get(1).subList(12, 15)).containsExactly("credit_note", "INV-2026-000001", null);
    }

    @Test
    void partsOfLinesFollowTheirInvoicesInTheOrderOfTheirNumbers() {
        invoice("INV-2026-000001", "2026-11", "acct-b", "CNY", "7.00");
        invoice("INV-2026-000002", "2026-11", "acct-a", "CNY", "1.00");
        header("INV-2026-000002", "Account A");
        detail("INV-2026-000002", 2, "ws-2", "sms", "adjustment", "2026-10-30", "-0.50");
        detail("INV-2026-000002", 1, "ws-2", "sms", "adjustment", "2026-10-29", "1.50");
        detail("INV-2026-000001", 1, "", "", "package", null, "7.00");
        List<List<@Nullable Object>> read = read(DeliveredFile.INVOICE_LINES_2, MONTH);
        assertThat(read).hasSize(3);
        assertThat(read.get(0).subList(11, 14))
                .containsExactly("Account A", "Name of ws-2", BillingDay.parse("2026-10-29"));
        assertThat((BigDecimal) read.get(0).get(14)).isEqualByComparingTo("1.20");
        assertThat(read.get(1).get(13)).isEqualTo(BillingDay.parse("2026-10-30"));
        assertThat(read.get(2).subList(2, 6)).containsExactly("INV-2026-000001", null, null, null);
        assertThat(read.get(2).get(13)).isNull();
    }

    @Test
    void invoiceLinesFollowTheirInvoices() {
        invoice("INV-2026-000001", "2026-11", "acct-b", "CNY", "7.00");
        invoice("INV-2026-000002", "2026-11", "acct-a", "CNY", "1.00");
        invoiceLine("INV-2026-000001", "ws-1", "sms", 0, "usage", "7.00");
        invoiceLine("INV-2026-000002", "ws-2", "log", 14, "usage", "2.00");
        invoiceLine("INV-2026-000002", "ws-2", "log", 14, "adjustment", "-1.00");

        assertThat(print(DeliveredFile.INVOICE_LINES, MONTH))
                .containsExactly(
                        "2026-11,acct-a,INV-2026-000002,ws-2,log,14,adjustment,3.00,1000000,CNY -1.00,CNY",
                        "2026-11,acct-a,INV-2026-000002,ws-2,log,14,usage,3.00,1000000,CNY 2.00,CNY",
                        "2026-11,acct-b,INV-2026-000001,ws-1,sms,,usage,3.00,10,CNY 7.00,CNY");
    }

    @Test
    void everyFileCountsItsRowsAndGivesCellsOfTheColumnsTypes() {
        ratedDay("ws-1", "2026-11-21", 1, 1, true);
        usage("ws-1", "2026-11-21", 1, "sms", 0, "1");
        hold("ws-1", 1, "no_binding", "", 0, null, "no binding");
        lateDay("ws-9", "2026-11-21", "late.csv");
        plan("ws-1", "free", "2026-11-01", null);
        alert("ws-1", "2026-11-21", "", "2.00", "3.00");
        notice("acct-b", "", "cured", null, "0");
        payment("2026-11-21", "acct-b", "wallet", "ws-1", true, "0", "0", "0", "0", "0.20");
        posting("pa", "2026-11-21", "2026-11-20", "acct-b", "wallet", 1, "0.10");
        posting("pb", "2026-11-21", "2026-11-20", "acct-b", "wallet", 2, "0.10");
        invoice("INV-2026-000001", "2026-11", "acct-b", "CNY", "0.20");
        invoiceLine("INV-2026-000001", "ws-1", "sms", 0, "usage", "0.20");
        header("INV-2026-000001", "Account B");
        detail("INV-2026-000001", 1, "ws-1", "sms", "usage", null, "0.20");
        InvoiceLayout.VERSION_1
                .files()
                .forEach(file -> assertThat(read(file, MONTH)).hasSize(1));

        Stream.of(DAY, MONTH)
                .forEach(period -> rows.files(period).forEach(file -> {
                    List<List<@Nullable Object>> read = read(file, period);
                    assertThat(read).isNotEmpty().hasSize((int) rows.rowCount(file, period));
                    read.forEach(row -> assertThat(row).hasSize(file.columns().size()));
                    read.forEach(row -> IntStream.range(0, row.size())
                            .forEach(
                                    i -> assertThat(file.columns().get(i).type().accepts(row.get(i)))
                                            .isTrue()));
                }));
    }

    @Test
    void anEmptyPeriodHasNoRowsAndNoTotals() {
        for (DeliveredFile file : rows.files(DAY)) {
            assertThat(read(file, DAY)).isEmpty();
            assertThat(rows.rowCount(file, DAY)).isZero();
        }
        assertThat(rows.postedTotals(DAY).amounts()).isEmpty();
    }

    @Test
    void postedTotalsAreThoseOfThePostedDaysOfThePeriod() {
        posting("pa", "2026-11-21", "2026-10-31", "acct-b", "wallet", 1, "0.10");
        posting("pb", "2026-11-30", "2026-11-30", "acct-b", "aws", 1, "0.20");
        posting("pc", "2026-12-01", "2026-11-30", "acct-b", "aws", 2, "5.00");
        posting("pd", "2026-10-31", "2026-10-31", "acct-b", "aws", 2, "7.00");

        assertThat(rows.postedTotals(DAY)).hasToString("[CNY 0.10]");
        assertThat(rows.postedTotals(MONTH)).hasToString("[CNY 0.30]");
    }

    @Test
    void theInputOfADayIsItsCurrentWorkspaceDaysInTheOrderOfTheLines() {
        meteredDay("a", "2026-11-21", 1, "old", false);
        meteredDay("a", "2026-11-21", 2, "aa", true);
        meteredDay("a-1", "2026-11-21", 1, "bb", true);
        meteredDay("a", "2026-11-20", 1, "cc", true);

        assertThat(rows.inputDigest(DAY)).isEqualTo(Digests.sha256("a-1|2026-11-21|bb\na|2026-11-21|aa\n"));
    }

    @Test
    void theInputOfAMonthIsItsPostings() {
        posting("pb", "2026-11-21", "2026-10-31", "acct-b", "wallet", 1, "0.10");
        posting("pa", "2026-11-30", "2026-11-30", "acct-b", "aws", 1, "-20.00");
        posting("pc", "2026-12-01", "2026-11-30", "acct-b", "aws", 2, "5.00");

        assertThat(rows.inputDigest(MONTH)).isEqualTo(Digests.sha256("pa|-20.00\npb|0.10\n"));
    }

    @Test
    void anUnknownMeterIsNotMadeUp() {
        ratedDay("ws-1", "2026-11-21", 1, 1, true);
        jdbc.update("UPDATE rated_day SET usage = '{\"version\":1,\"rows\":[[\"lgo\",14,1]]}'");

        assertThatIllegalStateException()
                .isThrownBy(() -> read(DeliveredFile.USAGE, DAY))
                .withMessageStartingWith("Expected a code of this version in column meter, found 'lgo'");
    }

    private List<String> print(DeliveredFile file, DeliveryPeriod period) {
        return read(file, period).stream()
                .map(row -> row.stream().map(DeliveredRowsTest::print).collect(Collectors.joining(",")))
                .toList();
    }

    private static String print(@Nullable Object cell) {
        return cell == null ? "" : cell instanceof BigDecimal number ? number.toPlainString() : cell.toString();
    }

    private List<List<@Nullable Object>> read(DeliveredFile file, DeliveryPeriod period) {
        List<List<@Nullable Object>> read = new ArrayList<>();
        rows.read(file, period, read::add);
        return read;
    }

    private void ratedDay(String workspace, String day, int rating, int revision, boolean current) {
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, is_current, terms_digest, outcome,
                    posted, run_id)
                VALUES (?, CAST(? AS DATE), ?, ?, ?, 'terms', 'charged', FALSE, 1)
                """, workspace, day, rating, revision, current);
    }

    private void usage(String workspace, String day, int rating, String meter, int retention, String quantity) {
        Usage usage = new Usage(new MeterTier(Meter.ofCode(meter).orElseThrow(), retention), new BigDecimal(quantity));
        new FactRows(jdbc).usage(workspace, LocalDate.parse(day), rating, usage);
    }

    private void selfSynthetic(String workspace, int revision, boolean current, long items) {
        LocalDate day = LocalDate.parse("2026-11-21");
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, content_digest, record_hash, is_current,
                  run_id) VALUES (?, ?, ?, 'c', 'h', ?, 1)""", workspace, day, revision, current);
        new FactRows(jdbc).measure(workspace, day, revision, Measure.SELF_SYNTHETIC_ITEMS, 14, items);
    }

    private void hold(
            String workspace,
            int rating,
            String reason,
            String meter,
            int days,
            @Nullable String quantity,
            String detail) {
        jdbc.update(
                """
                INSERT INTO day_hold (billing_day, workspace_id, rating, reason, meter, retention_days, quantity, detail)
                VALUES (DATE '2026-11-21', ?, ?, ?, ?, ?, ?, ?)
                """,
                workspace,
                rating,
                reason,
                meter,
                days,
                quantity == null ? null : new BigDecimal(quantity),
                detail);
    }

    private void lateDay(String workspace, String day, String detail) {
        jdbc.update("""
                INSERT INTO late_day (workspace_id, billing_day, detail, run_id)
                VALUES (?, CAST(? AS DATE), ?, 1)
                """, workspace, day, detail);
    }

    private void plan(String workspace, String plan, String from, @Nullable String to) {
        jdbc.update(
                "INSERT INTO plan (workspace_id, plan, from_day, to_day) VALUES (?, ?, CAST(? AS DATE), CAST(? AS DATE))",
                workspace,
                plan,
                from,
                to);
    }

    private void alert(String workspace, String day, String meter, String threshold, String amount) {
        jdbc.update("""
                INSERT INTO raised_alert (workspace_id, billing_day, meter, threshold, amount, currency, run_id)
                VALUES (?, CAST(? AS DATE), ?, ?, ?, 'CNY', 1)
                """, workspace, day, meter, new BigDecimal(threshold), new BigDecimal(amount));
    }

    private void posting(
            String id, String posted, String billing, String account, String settlement, int ordinal, String amount) {
        jdbc.update("""
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, ordinal, amount,
                    workspace_id, meter, retention_days, kind, quantity, unit_price, currency, rating, run_id)
                VALUES (?, CAST(? AS DATE), CAST(? AS DATE), ?, ?, ?, ?, 'ws-1', 'log', 14, 'usage', 10, 1.2, 'CNY', 1, 1)
                """, id, posted, billing, account, settlement, ordinal, new BigDecimal(amount));
    }

    private void payment(
            String day, String account, String settlement, String workspace, boolean eligible, String... parts) {
        jdbc.update(
                """
                INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,
                    prepaid_card, cash, cloud, owed, settlement_number)
                VALUES (CAST(? AS DATE), ?, ?, 'CNY', ?, ?, ?, ?, ?, ?, ?, 1)
                """,
                day,
                account,
                settlement,
                workspace,
                eligible,
                new BigDecimal(parts[0]),
                new BigDecimal(parts[1]),
                new BigDecimal(parts[2]),
                new BigDecimal(parts[3]),
                new BigDecimal(parts[4]));
    }

    private void notice(
            String account, String workspace, String notice, @Nullable Integer daysLeft, @Nullable String owed) {
        jdbc.update("""
                INSERT INTO notice (notice_day, account_id, currency, workspace_id, notice, subject, days_left, owed)
                VALUES (CAST('2026-11-21' AS DATE), ?, 'CNY', ?, ?, '', ?, ?)
                """, account, workspace, notice, daysLeft, owed == null ? null : new BigDecimal(owed));
    }

    private void invoice(String number, String month, String account, String currency, String total) {
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, owed, state, run_id)
                VALUES (?, ?, ?, ?, ?, ?, 'final', 1)
                """, number, month, account, currency, new BigDecimal(total), new BigDecimal(total));
    }

    private void header(String number, String account) {
        jdbc.update(
                "INSERT INTO invoice_header VALUES (?, ?, DATE '2026-12-02', DATE '2027-01-01', 'Us', '', '', '', 'B Ltd',"
                        + " 'T-1', '', '', '', '', '', '', '', '', '')",
                number,
                account);
    }

    private void detail(
            String number,
            int detail,
            String workspace,
            String meter,
            String kind,
            @Nullable String billingDay,
            String amount) {
        jdbc.update(
                "INSERT INTO invoice_line_detail VALUES (?, ?, ?, ?, ?, 0, ?, CAST(? AS DATE), 1.20, 3, ?)",
                number,
                detail,
                workspace,
                "Name of " + workspace,
                meter,
                kind,
                billingDay,
                new BigDecimal(amount));
    }

    private void invoiceLine(String number, String workspace, String meter, int days, String kind, String amount) {
        jdbc.update("""
                INSERT INTO invoice_line (invoice_number, workspace_id, meter, retention_days, kind, amount, quantity)
                VALUES (?, ?, ?, ?, ?, ?, 3)
                """, number, workspace, meter, days, kind, new BigDecimal(amount));
    }

    private void meteredDay(String workspace, String day, int revision, String hash, boolean current) {
        jdbc.update("""
                INSERT INTO metered_day (workspace_id, billing_day, revision, record_hash, is_current, content_digest,
                    run_id)
                VALUES (?, CAST(? AS DATE), ?, ?, ?, 'content', 1)
                """, workspace, day, revision, hash, current);
    }
}
