package io.billingcenter.readers.tables.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The list price of a posting is that which a query finds in the rows of charges. */
class ListPricesTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-21");
    private static final int WORLDS = 15;

    private static final String POSTINGS = """
            SELECT p.posting_id, p.workspace_id, p.meter, p.retention_days, p.currency, p.agreement_id, p.rating,
              (SELECT c.list_price FROM charge c
                WHERE c.workspace_id = p.workspace_id AND c.billing_day = p.billing_day AND c.meter = p.meter
                  AND c.retention_days = p.retention_days AND c.currency = p.currency AND p.agreement_id = ''
                  AND c.rating = (SELECT MAX(d.rating) FROM charge d
                    WHERE d.workspace_id = p.workspace_id AND d.billing_day = p.billing_day AND d.meter = p.meter
                      AND d.retention_days = p.retention_days AND d.currency = p.currency
                      AND d.rating <= p.rating)) AS expected
            FROM posting p ORDER BY p.posting_id""";

    private int postings;

    @Test
    void theListPriceIsThatOfTheLastChargeUpToTheRatingOfThePosting() throws IOException {
        Random random = new Random(20_261_201);
        int priced = 0;
        int unpriced = 0;
        for (int world = 0; world < WORLDS; world++) {
            JdbcTemplate jdbc = MigratedDatabase.create();
            for (int workspace = 0; workspace < 5; workspace++) {
                for (int rating = 1; rating <= 4; rating++) {
                    rated(jdbc, random, "ws-" + workspace, rating);
                }
                for (int i = 0; i < 12; i++) {
                    posted(jdbc, random, "ws-" + workspace);
                }
            }
            ListPrices prices = new ListPrices();
            jdbc.query(
                    "SELECT * FROM rated_day WHERE billing_day = ?",
                    (ResultSet row) -> {
                        prices.add(row);
                    },
                    DAY);
            new FactRows(jdbc).makeTables();
            List<@Nullable String> expected = new ArrayList<>();
            List<@Nullable String> found = new ArrayList<>();
            jdbc.query(POSTINGS, (ResultSet row) -> {
                expected.add(text(row, row.getBigDecimal("expected")));
                found.add(text(row, prices.of(row)));
            });
            assertThat(found).as("world " + world).isEqualTo(expected);
            priced +=
                    (int) found.stream().filter(text -> !text.endsWith("null")).count();
            unpriced +=
                    (int) found.stream().filter(text -> text.endsWith("null")).count();
        }
        assertThat(priced).isGreaterThan(200);
        assertThat(unpriced).isGreaterThan(100);
    }

    private static String text(ResultSet row, @Nullable BigDecimal price) throws SQLException {
        return row.getString("posting_id") + " "
                + (price == null ? "null" : price.stripTrailingZeros().toPlainString());
    }

    private static void rated(JdbcTemplate jdbc, Random random, String workspace, int rating) {
        jdbc.update(
                "INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, is_current,"
                        + " posted, run_id) VALUES (?, ?, ?, 1, 't', 'charged', ?, TRUE, 1)",
                workspace,
                DAY,
                rating,
                rating == 4);
        for (String meter : List.of("log", "trace", "sms")) {
            if (random.nextInt(3) > 0) {
                new FactRows(jdbc)
                        .charge(
                                workspace,
                                DAY,
                                rating,
                                FactRows.charge(
                                        meter,
                                        random.nextBoolean() ? 14 : 30,
                                        random.nextInt(4) == 0 ? null : BigDecimal.valueOf(random.nextInt(900), 2),
                                        random.nextInt(4) == 0 ? "USD" : "CNY",
                                        BigDecimal.ONE));
            }
        }
    }

    private void posted(JdbcTemplate jdbc, Random random, String workspace) {
        jdbc.update(
                """
                INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id, meter,
                  retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, agreement_id, run_id)
                VALUES (?, ?, ?, 'a', 'wallet', ?, ?, ?, 'usage', 1, 1, 1, ?, 1, ?, ?, 1)""",
                "p" + ++postings,
                DAY,
                DAY,
                workspace,
                List.of("log", "trace", "sms").get(random.nextInt(3)),
                random.nextBoolean() ? 14 : 30,
                random.nextInt(4) == 0 ? "USD" : "CNY",
                1 + random.nextInt(5),
                random.nextInt(6) == 0 ? "pk-1" : "");
    }
}
