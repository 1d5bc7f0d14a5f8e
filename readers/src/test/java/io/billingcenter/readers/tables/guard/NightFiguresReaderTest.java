package io.billingcenter.readers.tables.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingCalculator;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.readers.tables.billing.PostingWorkReader;
import io.billingcenter.readers.tables.guard.NightFiguresReader.Adjustments;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.FactRows;
import io.billingcenter.schema.MigratedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The figures of a night are those of the postings that it is about to make. */
class NightFiguresReaderTest {

    private static final BillingDay DAY = BillingDay.parse("2026-11-21");
    private static final DayRange DAYS_POSTED = new DayRange(PostingWorkReader.BEFORE_ALL_DAYS, DAY.plusDays(1));
    private static final long SEED = 20261121;
    private static final int WORLDS = 20;
    private static final int WORKSPACES = 12;
    private static final int DAYS = 4;

    /** The adjustments in one query, for which the database adds up the differences. */
    private static final String ADJUSTMENTS = """
            SELECT y.account_id, y.currency,
              SUM(CASE WHEN y.difference < 0 THEN -y.difference ELSE 0 END) AS below,
              SUM(CASE WHEN y.difference > 0 AND y.released = 0 THEN y.difference ELSE 0 END) AS above,
              COUNT(DISTINCT CASE WHEN y.difference < 0 THEN y.workspace_day END) AS days_below
            FROM (
              SELECT x.workspace_day, x.account_id, x.settlement, x.currency, x.meter, x.retention_days,
                MAX(x.released) AS released, SUM(x.amount) AS difference
              FROM (
                SELECT u.workspace_id || '/' || CAST(u.billing_day AS VARCHAR(10)) AS workspace_day,
                  u.account_id, u.settlement, c.currency, c.meter, c.retention_days, {released} AS released, c.amount
                FROM rated_day u
                JOIN charge c ON c.workspace_id = u.workspace_id AND c.billing_day = u.billing_day AND c.rating = u.rating
                WHERE {adjusting} AND u.outcome = 'charged'
                UNION ALL
                SELECT u.workspace_id || '/' || CAST(u.billing_day AS VARCHAR(10)),
                  p.account_id, p.settlement, p.currency, p.meter, p.retention_days, {released}, -p.amount
                FROM rated_day u
                JOIN posting p ON p.workspace_id = u.workspace_id AND p.billing_day = u.billing_day AND p.agreement_id = ''
                WHERE {adjusting}) x
              GROUP BY x.workspace_day, x.account_id, x.settlement, x.currency, x.meter, x.retention_days) y
            GROUP BY y.account_id, y.currency
            ORDER BY y.account_id, y.currency""".replace("{released}", """
                CASE WHEN EXISTS (SELECT 1 FROM rated_day h WHERE h.workspace_id = u.workspace_id
                    AND h.billing_day = u.billing_day AND h.posted = TRUE AND h.outcome = 'held'
                    AND NOT EXISTS (SELECT 1 FROM rated_day o WHERE o.workspace_id = h.workspace_id
                      AND o.billing_day = h.billing_day AND o.posted = TRUE AND o.rating > h.rating))
                  THEN 1 ELSE 0 END""").replace("{adjusting}", """
                u.posted = FALSE AND u.is_current = TRUE AND u.outcome <> 'held' AND u.rating > 1
                  AND u.billing_day < ? AND u.workspace_id >= ? AND u.workspace_id <= ?
                  AND EXISTS (SELECT 1 FROM posting q WHERE q.workspace_id = u.workspace_id
                    AND q.billing_day = u.billing_day AND q.agreement_id = '')""");

    private JdbcTemplate jdbc;
    private int postings;

    @BeforeEach
    void emptyDatabase() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    /** Moved bindings, other settlements, other currencies, holds and releases, ratings that were never posted. */
    @Test
    void adjustmentsAreThoseThatPostingMakes() {
        Random random = new Random(SEED);
        int adjusted = 0;
        for (int world = 0; world < WORLDS; world++) {
            jdbc.update("DELETE FROM rated_day");
            jdbc.update("DELETE FROM posting");
            Set<String> released = new HashSet<>();
            for (int workspace = 0; workspace < WORKSPACES; workspace++) {
                for (int back = -1; back < DAYS; back++) {
                    story(
                            random,
                            "ws-" + (char) ('a' + workspace),
                            DAY.minusDays(back).date(),
                            released);
                }
            }
            Map<String, String> expected = expected(released);
            List<Adjustments> adjustments =
                    new NightFiguresReader(jdbc, DAY, DAYS_POSTED, new WorkspaceRange("ws-a", "ws-z")).adjustments();
            assertThat(adjustments.stream().map(NightFiguresReaderTest::line))
                    .as("world " + world)
                    .containsExactlyElementsOf(byQuery("ws-a", "ws-z"));
            assertThat(new NightFiguresReader(jdbc, DAY, DAYS_POSTED, new WorkspaceRange("ws-c", "ws-f"))
                            .adjustments().stream().map(NightFiguresReaderTest::line))
                    .containsExactlyElementsOf(byQuery("ws-c", "ws-f"));
            Map<String, String> found = adjustments.stream()
                    .filter(line -> line.below().signum() + line.above().signum() > 0)
                    .collect(Collectors.toMap(
                            line -> line.account() + " " + line.currency(),
                            NightFiguresReaderTest::text,
                            (one, other) -> one,
                            TreeMap::new));
            assertThat(found).as("world " + world).isEqualTo(expected);
            adjusted += found.size();
        }
        assertThat(adjusted).isGreaterThan(WORLDS);
    }

    private List<String> byQuery(String first, String last) {
        LocalDate end = DAY.plusDays(1).date();
        return jdbc.query(
                ADJUSTMENTS,
                (row, number) -> line(new Adjustments(
                        row.getString("account_id"),
                        row.getString("currency"),
                        row.getBigDecimal("below"),
                        row.getBigDecimal("above"),
                        row.getLong("days_below"))),
                end,
                first,
                last,
                end,
                first,
                last);
    }

    private static String line(Adjustments line) {
        return line.account() + " " + line.currency() + " " + text(line);
    }

    private static String text(Adjustments line) {
        return line.below().setScale(2) + " " + line.above().setScale(2) + " " + line.daysBelow();
    }

    /** Up to four ratings of a workspace-day; each but the last may have been posted. */
    private void story(Random random, String workspace, LocalDate day, Set<String> released) {
        int ratings = 1 + random.nextInt(4);
        boolean lastPostedIsHeld = false;
        for (int rating = 1; rating <= ratings; rating++) {
            boolean isLast = rating == ratings;
            boolean posted = !isLast && random.nextInt(4) > 0 || isLast && random.nextInt(5) == 0;
            String outcome = new String[] {"charged", "charged", "charged", "held", "free"}[random.nextInt(5)];
            String account = outcome.equals("charged") ? "acct-" + random.nextInt(3) : null;
            String settlement = random.nextInt(4) == 0 ? "aliyun" : "wallet";
            jdbc.update(
                    """
                    INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome, account_id,
                      settlement, is_current, posted, run_id) VALUES (?, ?, ?, 1, 't', ?, ?, ?, ?, ?, 1)""", workspace, day, rating, outcome, account, account == null ? null : settlement, isLast, posted);
            if (account != null) {
                charge(random, workspace, day, rating, "log");
                if (random.nextBoolean()) {
                    charge(random, workspace, day, rating, "trace");
                }
            }
            if (posted) {
                post(workspace, day, rating, outcome, account, settlement);
                lastPostedIsHeld = outcome.equals("held");
            }
        }
        if (lastPostedIsHeld) {
            released.add(workspace + "/" + day);
        }
    }

    private void charge(Random random, String workspace, LocalDate day, int rating, String meter) {
        BigDecimal amount = BigDecimal.valueOf(random.nextInt(5), 0);
        new FactRows(jdbc)
                .charge(
                        workspace,
                        day,
                        rating,
                        FactRows.charge(meter, 14, BigDecimal.ONE, rating % 4 == 3 ? "USD" : "CNY", amount));
    }

    /** Posts a rating: the rows that posting would add to those that are there. */
    private void post(
            String workspace, LocalDate day, int rating, String outcome, @Nullable String account, String settlement) {
        if (outcome.equals("held")) {
            return;
        }
        jdbc.query(
                """
                SELECT x.account_id, x.settlement, x.currency, x.meter, SUM(x.amount) AS amount FROM (
                  SELECT ? AS account_id, ? AS settlement, currency, meter, amount FROM charge
                  WHERE workspace_id = ? AND billing_day = ? AND rating = ?
                  UNION ALL
                  SELECT account_id, settlement, currency, meter, -amount FROM posting
                  WHERE workspace_id = ? AND billing_day = ?) x
                GROUP BY x.account_id, x.settlement, x.currency, x.meter""",
                row -> {
                    jdbc.update(
                            """
                            INSERT INTO posting (posting_id, posted_day, billing_day, account_id, settlement, workspace_id,
                              meter, retention_days, kind, ordinal, quantity, unit_price, currency, amount, rating, run_id)
                            VALUES (?, ?, ?, ?, ?, ?, ?, 14, 'usage', 1, 1, 1, ?, ?, ?, 1)""",
                            Integer.toString(++postings),
                            day,
                            day,
                            row.getString(1),
                            row.getString(2),
                            workspace,
                            row.getString(4),
                            row.getString(3),
                            row.getBigDecimal(5),
                            rating);
                },
                account == null ? "" : account,
                settlement,
                workspace,
                day,
                rating,
                workspace,
                day);
    }

    private Map<String, String> expected(Set<String> released) {
        Map<String, Adjustments> sums = new TreeMap<>();
        PostingWorkReader reader = new PostingWorkReader(jdbc, new WorkspaceRange("ws-a", "ws-z"), DAYS_POSTED);
        for (PostingWork work = reader.read(); work != null; work = reader.read()) {
            String workspaceDay = work.workspaceDay().workspace().value() + "/"
                    + work.workspaceDay().day().date();
            Set<String> daysBelow = new HashSet<>();
            for (Posting posting :
                    PostingCalculator.difference(DAY, work.workspaceDay(), work.rating(), work.before())) {
                BigDecimal amount = posting.amount().amount();
                if (posting.kind() == PostingKind.ADJUSTMENT && amount.signum() != 0) {
                    String account = posting.key().account().value();
                    String currency = posting.key().currency().getCurrencyCode();
                    boolean counts = amount.signum() < 0 || !released.contains(workspaceDay);
                    boolean newDay = amount.signum() < 0 && daysBelow.add(account + currency);
                    sums.merge(
                            account + " " + currency,
                            new Adjustments(
                                    account,
                                    currency,
                                    amount.negate().max(BigDecimal.ZERO),
                                    counts ? amount.max(BigDecimal.ZERO) : BigDecimal.ZERO,
                                    newDay ? 1 : 0),
                            NightFiguresReaderTest::plus);
                }
            }
        }
        Map<String, String> texts = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum.below().signum() + sum.above().signum() > 0) {
                texts.put(key, text(sum));
            }
        });
        return texts;
    }

    private static Adjustments plus(Adjustments one, Adjustments other) {
        return new Adjustments(
                one.account(),
                one.currency(),
                one.below().add(other.below()),
                one.above().add(other.above()),
                one.daysBelow() + other.daysBelow());
    }
}
