package io.billingcenter.writers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.MonthClosedException;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import io.billingcenter.writers.tables.invoicing.ClosedMonthWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Charges of 2026-10-30, posted under 2026-11-02. */
class PostingWriterTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-10-30"));
    private static final BillingDay POSTED = BillingDay.parse("2026-11-02");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        jdbc.update("INSERT INTO rated_day (workspace_id, billing_day, rating, revision, terms_digest, outcome,"
                + " is_current, posted, run_id) VALUES ('w1', '2026-10-30', 1, 1, 't', 'charged', FALSE, FALSE, 1),"
                + " ('w1', '2026-10-30', 2, 1, 't', 'charged', TRUE, FALSE, 2)");
    }

    @Test
    void onlyTheRatingThatIsPostedIsMarked() {
        write(posting("ba_1", "CNY", 1, "5.00"));
        assertThat(TableText.of(jdbc, "SELECT rating, posted FROM rated_day ORDER BY rating"))
                .containsExactly("1|FALSE", "2|TRUE");
        assertThat(TableText.of(jdbc, "SELECT posted_day, billing_day, rating, run_id, amount FROM posting"))
                .containsExactly("2026-11-02|2026-10-30|2|7|5.00");
    }

    @Test
    void aDayWithoutDifferenceIsMarkedAndChangesNoBill() {
        write();
        assertThat(TableText.of(jdbc, "SELECT rating FROM rated_day WHERE posted = TRUE"))
                .containsExactly("2");
        for (String table : List.of("posting", "control_total", "delivery_due", "settlement_due")) {
            assertThat(TableText.of(jdbc, "SELECT * FROM " + table)).as(table).isEmpty();
        }
    }

    @Test
    void theBillAndTheFilesOfThePostedDayAreDue() {
        write(posting("ba_1", "CNY", 1, "-5.00"), posting("ba_2", "CNY", 1, "5.00"));
        assertThat(TableText.of(
                        jdbc, "SELECT account_id, posted_day, workspace_id FROM settlement_due ORDER BY account_id"))
                .containsExactly("ba_1|2026-11-02|w1", "ba_2|2026-11-02|w1");
        assertThat(TableText.of(jdbc, "SELECT period, workspace_id FROM delivery_due"))
                .as("the usage of the billing day has not changed")
                .containsExactly("2026-11-02|w1");
    }

    @Test
    void everyCurrencyHasAControlTotalOfItsOwn() {
        write(posting("ba_1", "CNY", 1, "5.25"), posting("ba_2", "USD", 1, "0.70"), posting("ba_1", "CNY", 2, "-1.25"));
        assertThat(TableText.of(jdbc, """
                        SELECT stage, version, currency, posted_day, row_count, quantity, amount FROM control_total
                        ORDER BY currency"""))
                .containsExactly("posted|2|CNY|2026-11-02|2|2000.00|4.00", "posted|2|USD|2026-11-02|1|1000.00|0.70");
    }

    @Test
    void aClosedMonthTakesNoPostingButAnEmptyDifference() {
        new ClosedMonthWriter(jdbc).seal(POSTED.month());
        assertThatThrownBy(() -> write(posting("ba_1", "CNY", 1, "5.00")))
                .isInstanceOf(MonthClosedException.class)
                .hasMessageContaining("2026-11");
        assertThat(TableText.of(jdbc, "SELECT * FROM posting")).isEmpty();
        assertThat(TableText.of(jdbc, "SELECT * FROM rated_day WHERE posted = TRUE"))
                .isEmpty();
        write();
        assertThat(TableText.of(jdbc, "SELECT rating FROM rated_day WHERE posted = TRUE"))
                .containsExactly("2");
    }

    @Test
    void aClosedBillingMonthDoesNotMatterButThePostedOne() {
        new ClosedMonthWriter(jdbc).seal(DAY.day().month());
        write(posting("ba_1", "CNY", 1, "5.00"));
        assertThat(TableText.of(jdbc, "SELECT billing_day FROM posting")).containsExactly("2026-10-30");
    }

    @Test
    void theKeyRefusesAPostingThatIsThere() {
        write(posting("ba_1", "CNY", 1, "5.00"));
        assertThatThrownBy(() -> write(posting("ba_1", "CNY", 1, "9.00"))).isInstanceOf(DuplicateKeyException.class);
    }

    private void write(Posting... postings) {
        new PostingWriter(jdbc, POSTED, 7).write(new Chunk<>(List.of(new PostedDay(DAY, 2, List.of(postings)))));
    }

    private static Posting posting(String account, String currencyCode, int ordinal, String amount) {
        Currency currency = Currency.getInstance(currencyCode);
        return new Posting(
                POSTED,
                DAY,
                new PostingKey(
                        new BillingAccountId(account), SettlementMethod.WALLET, currency, new MeterTier(Meter.LOG, 14)),
                ordinal == 1 ? PostingKind.USAGE : PostingKind.ADJUSTMENT,
                ordinal,
                new BigDecimal("1000"),
                new BigDecimal("1.2"),
                null,
                Money.of(currency, new BigDecimal(amount)));
    }
}
