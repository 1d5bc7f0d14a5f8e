package io.billingcenter.readers.tables.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.reconciliation.Discrepancy;
import io.billingcenter.domain.reconciliation.ReconciliationResult;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The gate of the invoices finds every difference of a month, whatever the size of a page. */
class InvoiceControlTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final int ACCOUNTS = 9;

    private JdbcTemplate jdbc;

    @BeforeEach
    void invoicesOfRandomPostings() throws IOException {
        jdbc = MigratedDatabase.create();
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            jdbc.update(
                    """
                    INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                      retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                    VALUES (?, ?, DATE '2026-11-01', ?, 'wallet', ?, ?, 0, 'usage', ?, 1, 1, ?, ?, 1, 1)""",
                    "p" + i,
                    LocalDate.parse("2026-10-20").plusDays(random.nextInt(60)),
                    "ba_" + random.nextInt(ACCOUNTS),
                    "w" + random.nextInt(3),
                    random.nextBoolean() ? "log" : "sms",
                    i,
                    random.nextBoolean() ? "CNY" : "USD",
                    BigDecimal.valueOf(random.nextInt(900) + 1L, 2));
        }
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher)
                SELECT 'INV-' || account_id || currency, '2026-11', account_id, currency, SUM(amount), 'final', 1, SUM(amount)
                FROM posting WHERE posted_day >= DATE '2026-11-01' AND posted_day < DATE '2026-12-01'
                GROUP BY account_id, currency""");
        jdbc.update("""
                INSERT INTO invoice_line (invoice_number, workspace_id, meter, retention_days, kind, quantity, amount)
                SELECT 'INV-' || account_id || currency, workspace_id, meter, 0, 'usage', 1, SUM(amount)
                FROM posting WHERE posted_day >= DATE '2026-11-01' AND posted_day < DATE '2026-12-01'
                GROUP BY account_id, currency, workspace_id, meter""");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void placesOfBothSidesAreCountedAndAddedUpOnce(int pageAccounts) {
        ReconciliationResult result = compare(pageAccounts);
        assertThat(result.balances()).isTrue();
        long lines = count("SELECT COUNT(*) FROM invoice_line");
        long invoices = count("SELECT COUNT(*) FROM invoice");
        BigDecimal total = jdbc.queryForObject("SELECT SUM(total) FROM invoice", BigDecimal.class);
        assertThat(result.lines().stream().map(line -> line.level() + " " + line.compared() + " " + line.left()))
                .containsExactly(
                        "INVOICES " + lines + " " + total,
                        "INVOICE_LINES " + 2 * invoices + " "
                                + BigDecimal.valueOf(2).multiply(total));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void everyDifferenceIsFound(int pageAccounts) {
        jdbc.update(
                "UPDATE invoice_line SET amount = amount + 0.01 WHERE invoice_number = 'INV-ba_1CNY' AND workspace_id = 'w1' AND meter = 'log'");
        jdbc.update("UPDATE invoice SET total = total + 1, voucher = voucher + 3 WHERE invoice_number = 'INV-ba_2USD'");
        jdbc.update(
                "UPDATE invoice_line SET meter = 'trace' WHERE invoice_number = 'INV-ba_3USD' AND workspace_id = 'w0' AND meter = 'sms'");
        jdbc.update("DELETE FROM invoice_line WHERE invoice_number = 'INV-ba_4CNY'");
        jdbc.update("DELETE FROM invoice WHERE invoice_number = 'INV-ba_4CNY'");
        jdbc.update("DELETE FROM posting WHERE account_id = 'ba_5'");
        List<String> places = compare(pageAccounts).discrepancies().stream()
                .map(Discrepancy::toString)
                .toList();
        assertThat(places).anyMatch(place -> place.contains("ba_1/CNY/w1/log/0/usage"));
        assertThat(places).anyMatch(place -> place.contains("ba_1/INV-ba_1CNY"));
        assertThat(places).anyMatch(place -> place.contains("ba_2/INV-ba_2USD"));
        assertThat(places).anyMatch(place -> place.contains("ba_2/INV-ba_2USD/payment"));
        assertThat(places).anyMatch(place -> place.contains("ba_3/USD/w0/sms/0/usage"));
        assertThat(places).anyMatch(place -> place.contains("ba_3/USD/w0/trace/0/usage"));
        assertThat(places).anyMatch(place -> place.contains("ba_4/CNY/"));
        assertThat(places).anyMatch(place -> place.contains("ba_5/CNY/"));
        assertThat(places).noneMatch(place -> place.contains("ba_6") || place.contains("ba_0"));
    }

    @Test
    void partsOfLinesAddUpToTheInvoicesThatHaveThem() {
        jdbc.update("""
                INSERT INTO invoice_header SELECT invoice_number, '', DATE '2026-12-01', DATE '2026-12-31', '', '', '', '', '',
                  '', '', '', '', '', '', '', '', '', '' FROM invoice WHERE account_id <> 'ba_6'""");
        jdbc.update("""
                INSERT INTO invoice_line_detail (invoice_number, detail, workspace_id, workspace_name, meter, retention_days,
                  kind, quantity, amount)
                SELECT invoice_number, part, 'w', '', 'sms', 0, 'usage', 1, CASE WHEN part = 1 THEN total - 7 ELSE 7 END
                FROM invoice, (VALUES (1), (2)) AS parts (part) WHERE account_id <> 'ba_6'""");
        assertThat(compare(7).discrepancies()).isEmpty();
        jdbc.update(
                "UPDATE invoice_line_detail SET amount = amount + 0.01 WHERE invoice_number = 'INV-ba_1CNY' AND detail = 2");
        jdbc.update("DELETE FROM invoice_line_detail WHERE invoice_number = 'INV-ba_2USD'");
        assertThat(compare(7).discrepancies().stream().map(Discrepancy::toString))
                .hasSize(2)
                .anyMatch(place -> place.contains("ba_1/INV-ba_1CNY/details"))
                .anyMatch(place -> place.contains("ba_2/INV-ba_2USD/details"));
    }

    @Test
    void aMonthThatIsNotClosedIsNotCompared() {
        jdbc.update("DELETE FROM invoice");
        ReconciliationResult result = new ReconciliationResult();
        new BillControl(jdbc, result).compareInvoices(MONTH);
        assertThat(result.lines()).isEmpty();
    }

    private ReconciliationResult compare(int pageAccounts) {
        ReconciliationResult result = new ReconciliationResult();
        new InvoiceControl(jdbc, MONTH).compare(result, pageAccounts);
        return result;
    }

    private long count(String sql) {
        Long count = jdbc.queryForObject(sql, Long.class);
        return count == null ? 0 : count;
    }
}
