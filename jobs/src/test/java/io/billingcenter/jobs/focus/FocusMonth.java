package io.billingcenter.jobs.focus;

import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.UsageText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Fills a database with a large month, day by day as nights do: 20 lines of each workspace on each day, of which some are paid
 * by vouchers and cards.
 */
final class FocusMonth {

    private static final int LINES = 20;
    private static final int BATCH = 5_000;
    private static final String POSTING = """
            INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
              retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
            VALUES (?, ?, ?, ?, 'wallet', ?, ?, ?, 'usage', 1, ?, ?, 'CNY', ?, 1, 1)""";
    private static final String PAYMENT = """
            INSERT INTO line_payment (posted_day, account_id, workspace_id, billing_day, meter, retention_days, agreement_id,
              settlement, currency, source_number, entry_number, side, instrument, paid, left_change)
            VALUES (?, ?, ?, ?, ?, ?, '', 'wallet', 'CNY', 1, 1, ?, ?, ?, 0)""";
    private static final String RATING = """
            INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current, posted,
              run_id, usage, charges) VALUES (?, ?, 1, 1, 't', 'charged', TRUE, TRUE, 1, ?, ?)""";

    private final JdbcTemplate jdbc;
    private final FocusTables tables;
    private final List<String> meters;
    private final int workspacesOfAccount;
    private final int days;
    private final Random random = new Random(16);
    private final Map<String, BigDecimal[]> totals = new HashMap<>();
    private long lines;

    FocusMonth(JdbcTemplate jdbc, List<String> meters, int workspacesOfAccount, int days) {
        this.jdbc = jdbc;
        this.tables = new FocusTables(jdbc);
        this.meters = meters;
        this.workspacesOfAccount = workspacesOfAccount;
        this.days = days;
    }

    long lines() {
        return lines;
    }

    void fill(int workspaces) {
        tables.month("2026-10", "2026-11-03");
        for (int i = 0; i < workspaces; i++) {
            if (i % workspacesOfAccount == 0) {
                tables.account(account(i), "Account " + i, "CNY");
            }
            tables.workspace(workspace(i), "Workspace " + i, "cn1");
        }
        for (int day = 1; day <= days; day++) {
            LocalDate date = LocalDate.of(2026, 10, day);
            jdbc.execute((ConnectionCallback<Boolean>) connection -> fillDay(connection, date, workspaces));
        }
        totals.forEach((account, sums) -> tables.invoice(
                "INV-2026-" + account.substring(2),
                "2026-10",
                account,
                "CNY",
                sums[0],
                new FocusTables.Paid(sums[1], sums[2], BigDecimal.ZERO)));
    }

    private boolean fillDay(Connection connection, LocalDate day, int workspaces) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement posting = connection.prepareStatement(POSTING);
                PreparedStatement payment = connection.prepareStatement(PAYMENT);
                PreparedStatement rating = connection.prepareStatement(RATING)) {
            for (int i = 0; i < workspaces; i++) {
                fillWorkspace(posting, payment, rating, day, i);
                if (i % (BATCH / LINES) == 0 || i == workspaces - 1) {
                    rating.executeBatch();
                    posting.executeBatch();
                    payment.executeBatch();
                    connection.commit();
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return true;
    }

    private void fillWorkspace(
            PreparedStatement posting,
            PreparedStatement payment,
            PreparedStatement rating,
            LocalDate day,
            int workspace)
            throws SQLException {
        List<Charge> charges = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            lines++;
            String meter = meters.get(line % meters.size());
            int retention = line < meters.size() ? 14 : 30;
            BigDecimal quantity = BigDecimal.valueOf(1 + random.nextInt(50_000_000));
            BigDecimal price = BigDecimal.valueOf(5 + random.nextInt(200), 1);
            Charge charge =
                    FocusTables.charge(meter, retention, quantity.toPlainString(), "25", price.toPlainString(), "CNY");
            charges.add(charge);
            BigDecimal amount = charge.amount().amount();
            posting.setString(1, "p" + lines);
            posting.setDate(2, Date.valueOf(day));
            posting.setDate(3, Date.valueOf(day));
            posting.setString(4, account(workspace));
            posting.setString(5, workspace(workspace));
            posting.setString(6, meter);
            posting.setInt(7, retention);
            posting.setBigDecimal(8, quantity);
            posting.setBigDecimal(9, price);
            posting.setBigDecimal(10, amount);
            posting.addBatch();
            pay(payment, day, workspace, meter, retention, amount);
        }
        rating.setString(1, workspace(workspace));
        rating.setDate(2, Date.valueOf(day));
        rating.setString(
                3,
                UsageText.of(charges.stream()
                        .map(charge -> new io.billingcenter.domain.usage.Usage(charge.tier(), charge.quantity()))
                        .toList()));
        rating.setString(4, ChargesText.of(charges));
        rating.addBatch();
    }

    private void pay(
            PreparedStatement payment, LocalDate day, int workspace, String meter, int retention, BigDecimal amount)
            throws SQLException {
        BigDecimal[] sums = totals.computeIfAbsent(
                account(workspace), first -> new BigDecimal[] {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO});
        int kind = random.nextInt(20);
        String side = kind == 0 ? "voucher" : kind == 1 ? "prepaid_card" : "cash";
        BigDecimal paid = kind < 2 ? amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN) : amount;
        pay(payment, day, workspace, meter, retention, side, side + "-1", paid);
        if (kind < 2) {
            pay(payment, day, workspace, meter, retention, "cash", "", amount.subtract(paid));
            sums[kind + 1] = sums[kind + 1].add(paid);
        }
        sums[0] = sums[0].add(amount);
    }

    private void pay(
            PreparedStatement payment,
            LocalDate day,
            int workspace,
            String meter,
            int retention,
            String side,
            String instrument,
            BigDecimal paid)
            throws SQLException {
        payment.setDate(1, Date.valueOf(day));
        payment.setString(2, account(workspace));
        payment.setString(3, workspace(workspace));
        payment.setDate(4, Date.valueOf(day));
        payment.setString(5, meter);
        payment.setInt(6, retention);
        payment.setString(7, side);
        payment.setString(8, instrument);
        payment.setBigDecimal(9, paid);
        payment.addBatch();
    }

    private String account(int workspace) {
        return "ba" + (100_000 + workspace / workspacesOfAccount);
    }

    private static String workspace(int workspace) {
        return "wksp_" + (100_000 + workspace);
    }
}
