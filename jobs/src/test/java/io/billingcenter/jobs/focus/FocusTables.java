package io.billingcenter.jobs.focus;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.UsageText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database with a closed month, filled by hand. */
final class FocusTables {

    private final JdbcTemplate jdbc;
    private int number;

    FocusTables() throws IOException {
        this(MigratedDatabase.create());
    }

    FocusTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    void account(String id, String name, String currency) {
        jdbc.update(
                "INSERT INTO billing_account (account_id, username, name, currency, certified) VALUES (?, ?, ?, ?, FALSE)",
                id,
                id,
                name,
                currency);
    }

    void workspace(String id, String name, String site) {
        jdbc.update(
                "INSERT INTO workspace (workspace_id, name, site, console_account, storage_type, channel, created)"
                        + " VALUES (?, ?, ?, 'o@example.com', 'es', 'website', DATE '2026-01-01')",
                id,
                name,
                site);
    }

    void month(String month, String invoiceDate) {
        jdbc.update(
                "INSERT INTO month_close (billing_month, accepted, reason, accepted_by, digest, run_id, invoice_date)"
                        + " VALUES (?, '', '', '', '', 1, ?)",
                month,
                date(invoiceDate));
    }

    /** What a line is of. */
    record Line(
            String account,
            String currency,
            String settlement,
            String workspace,
            String meter,
            int days,
            String agreement,
            String billingDay) {

        static Line usage(String account, String workspace, String meter, int days, String billingDay) {
            return new Line(account, "CNY", "wallet", workspace, meter, days, "", billingDay);
        }

        Line settledBy(String method) {
            return new Line(account, currency, method, workspace, meter, days, agreement, billingDay);
        }
    }

    void posting(
            Line line,
            String postedDay,
            String kind,
            int rating,
            BigDecimal quantity,
            BigDecimal price,
            BigDecimal amount) {
        number++;
        jdbc.update(
                """
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id, agreement_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)""",
                "p" + number,
                date(postedDay),
                date(line.billingDay()),
                line.account(),
                line.settlement(),
                line.workspace(),
                line.meter(),
                line.days(),
                kind,
                number,
                quantity,
                price,
                line.currency(),
                amount,
                rating,
                line.agreement());
    }

    void posting(Line line, String postedDay, String kind, int rating, String quantity, String price, String amount) {
        posting(line, postedDay, kind, rating, new BigDecimal(quantity), new BigDecimal(price), new BigDecimal(amount));
    }

    void payment(
            Line line, String postedDay, String side, String instrument, BigDecimal paid, BigDecimal left, long entry) {
        number++;
        jdbc.update(
                """
                INSERT INTO line_payment (posted_day, account_id, workspace_id, billing_day, meter, retention_days,
                  agreement_id, settlement, currency, source_number, entry_number, side, instrument, paid, left_change)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                date(postedDay),
                line.account(),
                line.workspace(),
                date(line.billingDay()),
                line.meter(),
                line.days(),
                line.agreement(),
                line.settlement(),
                line.currency(),
                number,
                entry,
                side,
                instrument,
                paid,
                left);
    }

    void payment(Line line, String postedDay, String side, String instrument, String paid) {
        payment(line, postedDay, side, instrument, new BigDecimal(paid), new BigDecimal(paid), ++number);
    }

    void rating(String workspace, String billingDay, int rating, List<Usage> usage, List<Charge> charges) {
        jdbc.update("""
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id, usage, charges) VALUES (?, ?, ?, 1, 't', 'charged', FALSE, TRUE, 1, ?, ?)""", workspace, date(billingDay), rating, UsageText.of(usage), ChargesText.of(charges));
    }

    static Charge charge(
            String meter, int days, String quantity, @Nullable String listPrice, String price, String currency) {
        Meter of = Meter.ofCode(meter).orElseThrow();
        BigDecimal units = new BigDecimal(quantity).divide(BigDecimal.valueOf(of.unit()));
        return new Charge(
                new MeterTier(of, days),
                new BigDecimal(quantity).setScale(2, RoundingMode.UNNECESSARY),
                listPrice == null ? null : new BigDecimal(listPrice).setScale(7, RoundingMode.UNNECESSARY),
                new BigDecimal(price).setScale(7, RoundingMode.UNNECESSARY),
                null,
                new ExactAmount(Currency.getInstance(currency), units.multiply(new BigDecimal(price))));
    }

    static Usage usage(String meter, int days, String quantity) {
        return new Usage(
                new MeterTier(Meter.ofCode(meter).orElseThrow(), days),
                new BigDecimal(quantity).setScale(2, RoundingMode.UNNECESSARY));
    }

    void card(String id, String account, String currency, String amount, String bought, String expires) {
        jdbc.update(
                "INSERT INTO prepaid_card (card_id, account_id, amount, purchased, expires) VALUES (?, ?, ?, ?, ?)",
                id,
                account,
                new BigDecimal(amount),
                date(bought),
                date(expires));
        entry("purchase:" + id, account, currency, "purchase", id, new BigDecimal(amount), bought, 1);
    }

    long entry(
            String request,
            String account,
            String currency,
            String movement,
            String instrument,
            BigDecimal amount,
            String day,
            long run) {
        number++;
        jdbc.update("""
                INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side, instrument,
                  amount, entry_day, bill_day, source_day, run_id)
                VALUES (?, 1, ?, ?, ?, ?, 'prepaid_card', ?, ?, ?, NULL, NULL, ?)""", request, account, currency, number, movement, instrument, amount, date(day), run);
        return number;
    }

    /** The parts by which an invoice is paid. */
    record Paid(BigDecimal voucher, BigDecimal card, BigDecimal cloud) {}

    void invoice(String invoice, String month, String account, String currency, BigDecimal total, Paid paid) {
        document(invoice, month, account, currency, total, paid, 0, null);
    }

    void document(
            String invoice,
            String month,
            String account,
            String currency,
            BigDecimal total,
            Paid paid,
            int creditNumber,
            @Nullable String refersTo) {
        BigDecimal cash = total.subtract(paid.voucher()).subtract(paid.card()).subtract(paid.cloud());
        jdbc.update(
                """
                INSERT INTO invoice (invoice_number, billing_month, account_id, currency, total, state, run_id, voucher,
                  prepaid_card, cash, cloud, owed, fapiao_amount, document, refers_to, credit_number)
                VALUES (?, ?, ?, ?, ?, 'final', 9, ?, ?, ?, ?, 0, 0, ?, ?, ?)""",
                invoice,
                month,
                account,
                currency,
                total,
                paid.voucher(),
                paid.card(),
                cash,
                paid.cloud(),
                refersTo == null ? "invoice" : "credit_note",
                refersTo,
                creditNumber);
        header(invoice, "2026-11-03", "2026-12-03");
    }

    private void header(String invoice, String issued, String due) {
        jdbc.update("""
                INSERT INTO invoice_header (invoice_number, account_name, invoice_date, due_date, seller_name,
                  seller_address, seller_tax_id, seller_bank, buyer_title, buyer_tax_id, buyer_address, buyer_phone,
                  buyer_bank, buyer_bank_account, buyer_email, buyer_country, buyer_reference, buyer_endpoint_scheme,
                  buyer_endpoint)
                SELECT i.invoice_number, b.name, ?, ?, '', '', '', '', '', '', '', '', '', '', '', '', '', '', ''
                FROM invoice i JOIN billing_account b ON b.account_id = i.account_id WHERE i.invoice_number = ?""", date(issued), date(due), invoice);
    }

    private static Date date(String day) {
        return Date.valueOf(LocalDate.parse(day));
    }
}
