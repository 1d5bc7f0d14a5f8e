package io.billingcenter.writers.tables.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AccountDaySumsTest {

    private static final String DAY = "2026-11-21";
    private static final String YESTERDAY = "2026-11-20";

    private JdbcTemplate jdbc;
    private AccountDaySums sums;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
        sums = new AccountDaySums(jdbc);
    }

    @Test
    void sumsOfARunAreThoseOfTheRatingsInForce() {
        rated("ws-1", DAY, 1, "charged", "a1", "7.00", false, true);
        rated("ws-1", DAY, 2, "charged", "a1", "5.00", true, false);
        rated("ws-2", DAY, 1, "charged", "a1", "1.50", true, true);
        rated("ws-3", DAY, 1, "held", "a2", "9.00", true, false);
        rated("ws-4", DAY, 1, "held", null, null, true, false);
        rated("ws-1", YESTERDAY, 1, "charged", "a1", "3.00", true, true);
        rated("ws-1", "2026-11-22", 1, "charged", "a1", "3.00", true, false);
        jdbc.update("INSERT INTO account_day VALUES ('a3', 'CNY', CAST(? AS DATE), 1, 1, FALSE)", DAY);
        assertThat(sums.refresh(BillingDay.parse(DAY))).containsExactly(BillingDay.parse(DAY));
        assertThat(rows()).containsExactly("a1 2026-11-21 6.50 2 false", "a2 2026-11-21 9.00 1 true");
        assertThat(sums.refresh(BillingDay.parse(DAY))).hasSize(1);
        assertThat(rows()).as("a repeat").hasSize(2);
    }

    /** The columns of ratings that sums are made of come from a migration; the table is filled from all days. */
    @Test
    void sumsOfADatabaseOfAnOlderProgramAreThoseOfItsRatings() {
        rated("ws-1", YESTERDAY, 1, "charged", "a1", "100.00", false, true);
        rated("ws-1", YESTERDAY, 2, "charged", "a1", "2.25", true, true);
        rated("ws-2", YESTERDAY, 1, "charged", "a1", "4.00", true, true);
        rated("ws-3", YESTERDAY, 1, "held", null, null, true, true);
        rated("ws-4", DAY, 1, "charged", "a2", "8.00", true, true);
        rated("ws-5", DAY, 1, "charged", null, null, true, true);
        jdbc.update("INSERT INTO account_day VALUES ('a3', 'CNY', CAST(? AS DATE), 1, 1, FALSE)", DAY);
        for (int i = 0; i < 2; i++) {
            sums.fillFromHistory();
            assertThat(rows()).containsExactly("a1 2026-11-20 6.25 2 false", "a2 2026-11-21 8.00 1 false");
        }
    }

    private List<String> rows() {
        return jdbc.query(
                "SELECT * FROM account_day ORDER BY account_id, billing_day",
                (row, number) -> row.getString("account_id") + " " + row.getString("billing_day") + " "
                        + row.getBigDecimal("amount").toPlainString() + " " + row.getLong("workspace_days") + " "
                        + row.getBoolean("held"));
    }

    private void rated(
            String workspace,
            String day,
            int rating,
            String outcome,
            @Nullable String account,
            @Nullable String amount,
            boolean current,
            boolean posted) {
        jdbc.update(
                """
                INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,
                  posted, run_id, charge_account, charge_currency, charge_amount)
                VALUES (?, ?, ?, 1, 't', ?, ?, ?, 1, ?, ?, ?)""",
                workspace,
                LocalDate.parse(day),
                rating,
                outcome,
                current,
                posted,
                account,
                account == null ? null : "CNY",
                amount == null ? null : new BigDecimal(amount));
    }
}
