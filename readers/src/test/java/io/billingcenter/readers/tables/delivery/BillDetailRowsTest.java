package io.billingcenter.readers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.billingcenter.domain.billing.UnbalancedBillException;
import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.RowInvariants;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.pricing.UnitsRule;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Lines cost 1.2 CNY a million log records, or what a test says; the parts of a row are voucher, card, cash, cloud, owed. */
class BillDetailRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DeliveryPeriod DAY = DeliveryPeriod.parse("2026-11-21");

    private JdbcTemplate jdbc;
    private DeliveredRows rows;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        rows = new DeliveredRows(jdbc, UnitsRule.EXACT, ZONE);
    }

    @Test
    void aLineIsToldInTheWordsOfThePublicInterface() {
        workspace("ws-1", "One");
        binding("ws-1", "acct", "aliyun", "1234", "2026-01-01", "2026-11-21");
        binding("ws-1", "acct", "aliyun", "5678", "2026-11-21", null);
        charge("ws-1", "2026-11-20", 1, "log", "1.5");
        posting("p1", "2026-11-20", "acct", "aliyun", "ws-1", "log", "usage", 1, "2000000", "1.2", "2.40");
        payment("acct", "aliyun", "ws-1", true, "1.00", "0.30", "0", "1.10", "0");

        assertThat(read())
                .singleElement()
                .asString()
                .isEqualTo("[2026-11-20, dataFlux, 日志类数据, Day, CNY 2.40, CNY 2.40, CNY 0.00, CNY 3.00, CNY 1.00,"
                        + " CNY 0.30, CNY 0.00, CNY 1.10, PAYG, aliyun, 1234, ws-1, One, 1795104000000, log, 2000000.00,"
                        + " CNY]");
    }

    @Test
    void aShareIsSpreadOverItsLinesWhateverTheirBillingDays() {
        posting("p1", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 1, "1", "1", "4.00");
        posting("p2", "2026-11-20", "acct", "wallet", "ws-1", "trace", "adjustment", 2, "1", "1", "3.00");
        posting("p3", "2026-11-19", "acct", "wallet", "ws-1", "log", "adjustment", 2, "-1", "1", "-2.00");
        posting("p4", "2026-11-21", "acct", "wallet", "ws-1", "sms", "usage", 1, "1", "1", "1.00");
        posting("p5", "2026-11-21", "acct", "wallet", "ws-2", "log", "usage", 1, "1", "1", "5.00");
        posting("p6", "2026-11-21", "acct", "aws", "ws-1", "log", "usage", 1, "1", "1", "6.00");
        payment("acct", "wallet", "ws-1", true, "4.00", "0", "1.00", "0", "0");
        payment("acct", "wallet", "ws-1", false, "0", "0", "0.40", "0", "0.60");
        payment("acct", "wallet", "ws-2", true, "0", "5.00", "0", "0", "0");
        payment("acct", "aws", "ws-1", true, "0", "0", "0", "6.00", "0");

        assertThat(parts())
                .containsExactly(
                        "2026-11-19 ws-1 log -2.00: 0.00 0.00 -2.00 0.00 0.00",
                        "2026-11-20 ws-1 trace 3.00: 3.00 0.00 0.00 0.00 0.00",
                        "2026-11-21 ws-1 log 4.00: 1.00 0.00 3.00 0.00 0.00",
                        "2026-11-21 ws-1 log 6.00: 0.00 0.00 0.00 6.00 0.00",
                        "2026-11-21 ws-1 sms 1.00: 0.00 0.00 0.40 0.00 0.60",
                        "2026-11-21 ws-2 log 5.00: 0.00 5.00 0.00 0.00 0.00");
    }

    @Test
    void aLineHasWhatPaidItAndItsPostingsHaveTheirPartsOfThat() {
        posting("p1", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 1, "1", "1", "6.00");
        posting("p2", "2026-11-21", "acct", "wallet", "ws-1", "log", "adjustment", 2, "1", "1", "2.00");
        posting("p3", "2026-11-21", "acct", "wallet", "ws-1", "log", "adjustment", 3, "-1", "1", "-3.00");
        posting("p4", "2026-11-21", "acct", "wallet", "ws-1", "trace", "usage", 1, "1", "1", "5.00");
        linePayment("ws-1", "log", 1, "voucher", "6.00");
        linePayment("ws-1", "log", 4, "cash", "2.00");
        linePayment("ws-1", "log", 7, "cash", "-2.00");
        linePayment("ws-1", "log", 8, "voucher", "-1.00");
        linePayment("ws-1", "trace", 2, "arrears", "5.00");
        linePayment("ws-1", "trace", 9, "cash", "0.00");

        assertThat(parts())
                .containsExactly(
                        "2026-11-21 ws-1 log 2.00: 2.00 0.00 0.00 0.00 0.00",
                        "2026-11-21 ws-1 log -3.00: -1.00 0.00 -2.00 0.00 0.00",
                        "2026-11-21 ws-1 log 6.00: 4.00 0.00 2.00 0.00 0.00",
                        "2026-11-21 ws-1 trace 5.00: 0.00 0.00 0.00 0.00 5.00");
    }

    @Test
    void whatWasNeverSettledIsOwedAndWhatDoesNotAddUpIsRefused() {
        posting("p1", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 1, "1", "1", "4.00");
        assertThat(parts()).containsExactly("2026-11-21 ws-1 log 4.00: 0.00 0.00 0.00 0.00 4.00");
        payment("acct", "wallet", "ws-1", true, "0", "0", "3.99", "0", "0");
        assertThatExceptionOfType(UnbalancedBillException.class).isThrownBy(this::read);
    }

    @Test
    void theListPriceIsThatOfTheChargeBehindTheLine() {
        charge("ws-1", "2026-11-21", 1, "log", "1.5");
        charge("ws-1", "2026-11-21", 2, "log", "2");
        charge("ws-1", "2026-11-21", 3, "trace", null);
        posting("p1", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 1, "1000000", "1.2", "1.20");
        posting("p2", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 2, "1000000", "1.2", "1.20");
        posting("p3", "2026-11-21", "acct", "wallet", "ws-1", "log", "usage", 4, "-1000000", "1.2", "-1.20");
        posting("p4", "2026-11-21", "acct", "wallet", "ws-1", "trace", "usage", 3, "1000000", "2.5", "2.50");

        assertThat(read().stream().map(row -> print(row.get(7)))).containsExactly("1.50", "2.00", "-2.00", "2.50");
    }

    @Test
    void feesNameTheirCycleAndHaveNoWorkspaceOrMeter() {
        jdbc.update("INSERT INTO package (package_id, account_id, package, from_day, workspaces)"
                + " VALUES ('pk-1', 'acct', 'starter', DATE '2026-11-21', 'ws-1')");
        fee("p1", "pk-1", "", "", "package", "1", "42000", "42000.00");
        fee("p2", "pack-1", "", "log", "pack", "2000000", "1.2", "2.40");
        fee("p3", "ws-9|2026-11-21", "ws-9", "datakit", "licence", "10", "5", "50.00");
        fee("p4", "ws-9|2026-11-21", "ws-9", "datakit", "adjustment", "-1", "5", "-5.00");

        assertThat(read().stream()
                        .map(row -> row.get(2) + " " + row.get(3) + " " + row.get(12) + " " + row.get(4) + " "
                                + row.get(7) + " " + row.get(15) + " " + row.get(18)))
                .containsExactly(
                        "初创加速包 Year subscription CNY 42000.00 CNY 42000.00 null null",
                        "流量包 日志类数据 Day subscription CNY 2.40 CNY 3.00 null log",
                        "DataKit Single subscription CNY -5.00 CNY -5.00 ws-9 datakit",
                        "DataKit Single subscription CNY 50.00 CNY 50.00 ws-9 datakit");
    }

    /** A page is part of an account, an account, some of them, or everything. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 366, 367, 900, 5_000})
    void thousandsOfWorkspacesAreReadPageByPage(int pageLines) {
        for (int i = 0; i < 1_100; i++) {
            String workspace = "ws-" + (10_000 + i);
            String account = "acct-" + i % 3;
            posting("a" + i, "2026-11-20", account, "wallet", workspace, "log", "usage", 1, "1", "1", "1.00");
            posting("b" + i, "2026-11-21", account, "wallet", workspace, "log", "usage", 1, "1", "1", "2.00");
            payment(account, "wallet", workspace, true, "1.50", "0", "0", "0", "1.50");
        }
        List<List<@Nullable Object>> read = new ArrayList<>();
        new BillDetailRows(new NamedParameterJdbcTemplate(jdbc), UnitsRule.EXACT, ZONE, pageLines)
                .read(DAY.firstDay(), read::add);
        List<String> parts = parts(read);
        assertThat(parts).isEqualTo(parts());
        assertThat(parts).hasSize(2_200).hasSize((int) rows.rowCount(DeliveredFile.BILL_DETAILS, DAY));
        assertThat(parts.subList(0, 1_100)).allMatch(row -> row.endsWith("log 1.00: 1.00 0.00 0.00 0.00 0.00"));
        assertThat(parts.subList(1_100, 2_200)).allMatch(row -> row.endsWith("log 2.00: 0.50 0.00 0.00 0.00 1.50"));
    }

    private List<String> parts() {
        return parts(read());
    }

    private static List<String> parts(List<List<@Nullable Object>> rows) {
        return rows.stream()
                .map(row -> row.get(0) + " " + row.get(15) + " " + row.get(18) + " " + print(row.get(4)) + ": "
                        + Stream.of(8, 9, 10, 11, 6)
                                .map(row::get)
                                .map(BillDetailRowsTest::print)
                                .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String print(@Nullable Object amount) {
        return ((Money) amount).amount().toPlainString();
    }

    private List<List<@Nullable Object>> read() {
        List<List<@Nullable Object>> read = new ArrayList<>();
        RowInvariants invariants = new RowInvariants(DeliveredFile.BILL_DETAILS);
        rows.read(DeliveredFile.BILL_DETAILS, DAY, row -> {
            assertThat(invariants.violation(row)).isEmpty();
            read.add(row);
        });
        return read;
    }

    private void workspace(String id, String name) {
        jdbc.update(
                "INSERT INTO workspace (workspace_id, name, site, console_account, storage_type, channel, created)"
                        + " VALUES (?, ?, 'cn1', 'o@example.com', 'es', 'website', DATE '2026-01-01')",
                id,
                name);
    }

    private void binding(
            String workspace, String account, String settlement, String vendor, String from, @Nullable String to) {
        jdbc.update("""
                INSERT INTO binding (workspace_id, account_id, settlement, vendor_account, from_day, to_day)
                VALUES (?, ?, ?, ?, CAST(? AS DATE), CAST(? AS DATE))""", workspace, account, settlement, vendor, from, to);
    }

    private void charge(String workspace, String day, int rating, String meter, @Nullable String listPrice) {
        LocalDate date = LocalDate.parse(day);
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id) VALUES (?, ?, ?, 1, 't', 'charged', FALSE, TRUE, 1)""", workspace, date, rating);
        BigDecimal price = listPrice == null ? null : new BigDecimal(listPrice);
        new FactRows(jdbc).charge(workspace, date, rating, FactRows.charge(meter, 14, price, "CNY", BigDecimal.ONE));
    }

    private void posting(
            String id,
            String day,
            String account,
            String settlement,
            String workspace,
            String meter,
            String kind,
            int rating,
            String quantity,
            String price,
            String amount) {
        jdbc.update(
                """
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, DATE '2026-11-21', CAST(? AS DATE), ?, ?, ?, ?, 14, ?, ?, ?, ?, 'CNY', ?, ?, 1)""",
                id,
                day,
                account,
                settlement,
                workspace,
                meter,
                kind,
                rating,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(amount),
                rating);
    }

    private void fee(
            String id,
            String agreement,
            String workspace,
            String meter,
            String kind,
            String quantity,
            String price,
            String amount) {
        posting(id, "2026-11-21", "acct", "wallet", workspace, meter, kind, 1, quantity, price, amount);
        jdbc.update("UPDATE posting SET agreement_id = ? WHERE posting_id = ?", agreement, id);
    }

    private void payment(
            String account,
            String settlement,
            String workspace,
            boolean eligible,
            String voucher,
            String card,
            String cash,
            String cloud,
            String owed) {
        jdbc.update(
                """
                INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,
                  prepaid_card, cash, cloud, owed, settlement_number)
                VALUES (DATE '2026-11-21', ?, ?, 'CNY', ?, ?, ?, ?, ?, ?, ?, 1)""",
                account,
                settlement,
                workspace,
                eligible,
                new BigDecimal(voucher),
                new BigDecimal(card),
                new BigDecimal(cash),
                new BigDecimal(cloud),
                new BigDecimal(owed));
        jdbc.update("""
                INSERT INTO unspread_bill (account_id, currency, settlement, posted_day)
                SELECT DISTINCT account_id, currency, settlement, posted_day FROM bill_payment b
                WHERE NOT EXISTS (SELECT 1 FROM unspread_bill u WHERE u.account_id = b.account_id
                  AND u.settlement = b.settlement AND u.posted_day = b.posted_day)""");
    }

    private void linePayment(String workspace, String meter, int number, String side, String paid) {
        jdbc.update("""
                INSERT INTO line_payment (posted_day, account_id, workspace_id, billing_day, meter, retention_days,
                  agreement_id, settlement, currency, source_number, entry_number, side, instrument, paid, left_change)
                VALUES (DATE '2026-11-21', 'acct', ?, DATE '2026-11-21', ?, 14, '', 'wallet', 'CNY', ?, ?, ?, '', ?, 0)""", workspace, meter, number, number, side, new BigDecimal(paid));
    }
}
