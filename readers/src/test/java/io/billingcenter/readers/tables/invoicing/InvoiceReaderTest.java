package io.billingcenter.readers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Invoices that are read in pages are those that one query for each figure of an account gives, whatever the size of a page. */
class InvoiceReaderTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");
    private static final LocalDate BEGIN = LocalDate.parse("2026-10-01");
    private static final int DAYS = 92;
    private static final List<String> CURRENCIES = List.of("CNY", "USD");
    private static final List<String> METERS = List.of("log", "sms", "series");
    private static final List<String> MOVEMENTS = List.of("bill", "clear", "purchase", "recharge");
    private static final List<String> SIDES = List.of("cash", "prepaid_card", "arrears");
    private static final List<String> KINDS = List.of("usage", "adjustment");
    private static final int RUNS = 4;

    private int number;

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 7", "4, 1000", "5, 3"})
    void pagesGiveTheInvoicesOfSingleAccounts(long seed, int pageInvoices) throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        fill(jdbc, new Random(seed), 23);
        List<Invoice> invoices = read(new InvoiceReader(jdbc, MONTH, true, pageInvoices));
        assertThat(invoices).hasSizeGreaterThan(8);
        assertThat(invoices.stream().map(invoice -> invoice.account() + " " + invoice.currency()))
                .containsExactlyElementsOf(expectedPayers(jdbc));
        InvoiceOfAccount single = new InvoiceOfAccount(jdbc, MONTH);
        for (Invoice invoice : invoices) {
            List<InvoiceLine> lines = single.lines(invoice.account(), invoice.currency());
            InvoicePayment payment = single.payment(invoice.account(), invoice.currency());
            assertThat(invoice.lines()).as("%s", invoice.account()).isEqualTo(lines);
            assertThat(invoice.payment().fapiao()).isEqualTo(payment.fapiao());
            PaymentParts parts = invoice.payment().parts();
            assertThat(List.of(parts.voucher(), parts.prepaidCard(), parts.cash(), parts.cloud()))
                    .containsExactly(
                            payment.parts().voucher(),
                            payment.parts().prepaidCard(),
                            payment.parts().cash(),
                            payment.parts().cloud());
        }
        assertThat(invoices.stream()
                        .anyMatch(invoice -> !invoice.payment().fapiao().isZero()))
                .isTrue();
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheAccounts() throws IOException {
        assertThat(statements(80)).isEqualTo(statements(10)).isLessThan(10);
    }

    private int statements(int accounts) throws IOException {
        JdbcTemplate jdbc = MigratedDatabase.create();
        fill(jdbc, new Random(accounts), accounts);
        AtomicInteger statements = new AtomicInteger();
        DataSource source = Objects.requireNonNull(jdbc.getDataSource());
        JdbcTemplate counted = new JdbcTemplate(countedSource(source, statements));
        assertThat(read(InvoiceReader.preview(counted, MONTH))).hasSizeGreaterThan(accounts / 2);
        return statements.get();
    }

    private static DataSource countedSource(DataSource source, AtomicInteger statements) {
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(source, method, arguments);
                    return result instanceof Connection connection ? counted(connection, statements) : result;
                });
    }

    private static Connection counted(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (Set.of("prepareStatement", "createStatement").contains(method.getName())) {
                        statements.incrementAndGet();
                    }
                    return call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(Object on, java.lang.reflect.Method method, @Nullable Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static List<Invoice> read(InvoiceReader reader) {
        List<Invoice> invoices = new ArrayList<>();
        for (Invoice invoice = reader.read(); invoice != null; invoice = reader.read()) {
            invoices.add(invoice);
        }
        return invoices;
    }

    private static Set<String> expectedPayers(JdbcTemplate jdbc) {
        Set<String> payers = new TreeSet<>(jdbc.query("""
                SELECT account_id, currency FROM posting
                WHERE posted_day >= DATE '2026-11-01' AND posted_day < DATE '2026-12-01'""", (row, i) -> row.getString(1) + " " + row.getString(2)));
        payers.removeAll(jdbc.query(
                "SELECT account_id, currency FROM invoice WHERE billing_month = '2026-11'",
                (row, i) -> row.getString(1) + " " + row.getString(2)));
        return payers;
    }

    private void fill(JdbcTemplate jdbc, Random random, int accounts) {
        for (int i = 0; i < accounts; i++) {
            String account = "ba_" + i;
            jdbc.update(
                    "INSERT INTO billing_account (account_id, username, name, currency, certified) VALUES (?, ?, '', 'CNY', ?)",
                    account,
                    account,
                    random.nextInt(3) > 0);
            for (int row = 0; row < 12; row++) {
                posting(jdbc, random, account);
                payment(jdbc, random, account);
                entry(jdbc, random, account);
                entry(jdbc, random, account);
            }
            if (random.nextInt(3) == 0) {
                invoice(jdbc, "2026-10", account, 1 + random.nextInt(RUNS));
            }
            if (random.nextInt(8) == 0) {
                invoice(jdbc, "2026-11", account, 1 + random.nextInt(RUNS));
            }
        }
    }

    private void posting(JdbcTemplate jdbc, Random random, String account) {
        number++;
        jdbc.update(
                """
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                VALUES (?, ?, DATE '2026-10-01', ?, 'wallet', ?, ?, 0, ?, ?, ?, 1, ?, ?, 1, 1)""",
                "p" + number,
                day(random),
                account,
                random.nextInt(6) == 0 ? "" : "w" + random.nextInt(3),
                pick(random, METERS),
                pick(random, KINDS),
                number,
                random.nextInt(100),
                pick(random, CURRENCIES),
                amount(random));
    }

    private void payment(JdbcTemplate jdbc, Random random, String account) {
        number++;
        jdbc.update(
                """
                INSERT INTO bill_payment (posted_day, account_id, settlement, currency, workspace_id, eligible, voucher,
                  prepaid_card, cash, cloud, owed, settlement_number)
                VALUES (?, ?, 'wallet', ?, ?, TRUE, ?, ?, ?, ?, ?, 1)""",
                day(random),
                account,
                pick(random, CURRENCIES),
                "w" + number,
                amount(random),
                amount(random),
                amount(random),
                amount(random),
                amount(random));
    }

    private void entry(JdbcTemplate jdbc, Random random, String account) {
        number++;
        String movement = pick(random, MOVEMENTS);
        jdbc.update(
                """
                INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side, instrument,
                  amount, entry_day, bill_day, source_day, run_id)
                VALUES (?, 1, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?)""",
                "request-" + number,
                account,
                pick(random, CURRENCIES),
                number,
                movement,
                pick(random, SIDES),
                amount(random),
                day(random),
                movement.equals("bill") ? day(random) : null,
                movement.equals("clear") ? day(random) : null,
                1 + random.nextInt(RUNS));
    }

    private void invoice(JdbcTemplate jdbc, String month, String account, long run) {
        number++;
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id)
                VALUES (?, ?, ?, 'CNY', 0, 'final', ?)""", "INV-" + number, month, account, run);
    }

    private static LocalDate day(Random random) {
        return BEGIN.plusDays(random.nextInt(DAYS));
    }

    private static BigDecimal amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(2_000) - 500L, 2);
    }

    private static String pick(Random random, List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
