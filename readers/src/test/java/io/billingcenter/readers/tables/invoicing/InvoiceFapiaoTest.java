package io.billingcenter.readers.tables.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tests the fapiao amount of a month, in any order of closes. */
class InvoiceFapiaoTest {

    private JdbcTemplate jdbc;
    private int entries;

    @BeforeEach
    void account() throws IOException {
        jdbc = MigratedDatabase.create();
        account("acct", "CNY", true);
    }

    @Test
    void cashOfTheMonthAndCardsBoughtInItWhateverIsClosedFirst() {
        entry("bill", "cash", "-10.00", "2026-10-20", "2026-10-20", 1);
        entry("bill", "prepaid_card", "-5.00", "2026-10-20", "2026-10-20", 1);
        entry("bill", "cash", "-30.00", "2026-11-20", "2026-11-20", 2);
        entry("bill", "cash", "4.00", "2026-11-20", "2026-11-20", 2);
        entry("purchase", "prepaid_card", "100.00", "2026-11-02", null, 2);
        entry("recharge", "cash", "500.00", "2026-10-01", null, 1);
        assertThat(fapiao("2026-11")).isEqualTo("126.00");
        invoice("2026-11", 8);
        assertThat(fapiao("2026-10")).isEqualTo("10.00");
        invoice("2026-10", 9);
        assertThat(fapiao("2026-11")).isEqualTo("126.00");
    }

    @Test
    void aDebtIsStatedInTheMonthInWhichCashClearsIt() {
        entry("clear", "cash", "-7.00", "2026-10-31", null, 1);
        entry("clear", "cash", "-8.00", "2026-11-01", null, 2);
        entry("clear", "prepaid_card", "-9.00", "2026-11-01", null, 2);
        assertThat(fapiao("2026-10")).isEqualTo("7.00");
        assertThat(fapiao("2026-11")).isEqualTo("8.00");
    }

    @Test
    void whatTakesEffectOnADayOfAnIssuedInvoiceIsStatedInTheNextMonth() {
        entry("clear", "cash", "-7.00", "2026-10-31", null, 1);
        invoice("2026-10", 2);
        entry("clear", "cash", "-3.00", "2026-10-31", null, 3);
        entry("purchase", "prepaid_card", "100.00", "2026-10-31", null, 3);
        assertThat(fapiao("2026-11")).isEqualTo("103.00");
    }

    @Test
    void aMonthThatGaveBackMoreThanItTookIsBelowZero() {
        entry("bill", "cash", "12.50", "2026-11-20", "2026-11-20", 1);
        assertThat(fapiao("2026-11")).isEqualTo("-12.50");
    }

    @Test
    void nothingWithoutCertificationAndOutsideCny() {
        jdbc.update("UPDATE billing_account SET certified = FALSE");
        entry("bill", "cash", "-10.00", "2026-10-20", "2026-10-20", 1);
        assertThat(fapiao("2026-10")).isEqualTo("0.00");
        jdbc.update("UPDATE billing_account SET certified = TRUE, currency = 'USD'");
        jdbc.update("UPDATE ledger_entry SET currency = 'USD'");
        assertThat(fapiao("2026-10")).isEqualTo("0.00");
    }

    private String fapiao(String month) {
        jdbc.update("UPDATE invoice SET account_id = 'other' WHERE billing_month = ?", month);
        Currency currency =
                Currency.getInstance(jdbc.queryForObject("SELECT currency FROM billing_account", String.class));
        BilledAccount account = new BilledAccount(new BillingAccountId("acct"), currency);
        InvoicePayment payment = Objects.requireNonNull(new InvoicePayments(jdbc, BillingMonth.parse(month))
                .of(new BilledAccountPage(List.of(account)))
                .get(account));
        jdbc.update("UPDATE invoice SET account_id = 'acct' WHERE billing_month = ?", month);
        return payment.fapiao().amount().toPlainString();
    }

    private void account(String id, String currency, boolean certified) {
        jdbc.update(
                "INSERT INTO billing_account (account_id, username, name, currency, certified) VALUES (?, ?, '', ?, ?)",
                id,
                id,
                currency,
                certified);
    }

    private void entry(String movement, String side, String amount, String day, @Nullable String billDay, long run) {
        entries++;
        jdbc.update(
                """
                INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side, instrument,
                  amount, entry_day, bill_day, source_day, run_id)
                VALUES (?, 1, 'acct', 'CNY', ?, ?, ?, '', ?, ?, ?, NULL, ?)""",
                "request-" + entries,
                entries,
                movement,
                side,
                new BigDecimal(amount),
                LocalDate.parse(day),
                billDay == null ? null : LocalDate.parse(billDay),
                run);
    }

    private void invoice(String month, long run) {
        jdbc.update("""
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id)
                VALUES (?, ?, 'acct', 'CNY', 0, 'final', ?)""", "INV-" + month, month, run);
    }
}
