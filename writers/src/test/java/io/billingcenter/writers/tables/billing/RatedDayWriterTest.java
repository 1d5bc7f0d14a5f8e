package io.billingcenter.writers.tables.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ratings with their usage, charges and holds, and the totals that the gates compare them with. */
class RatedDayWriterTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-11-21"));
    private static final BillingDay BOOK = BillingDay.parse("2024-11-06");
    private static final MeterTier LOG = new MeterTier(Meter.LOG, 14);
    private static final MeterTier SMS = MeterTier.flat(Meter.SMS);
    private static final BillingAccountId ACCOUNT = new BillingAccountId("ba_1");

    private JdbcTemplate jdbc;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
    }

    @Test
    void aChargedDayIsCurrentAndNotYetPosted() {
        write(1, charged(charge(LOG, "1500000", "1.2", "1.80"), charge(SMS, "3", "1", "0.30")));
        assertThat(TableText.of(jdbc, """
                        SELECT rating, revision, terms_digest, outcome, account_id, settlement, is_current, posted, run_id,
                          charge_account, charge_currency, charge_amount FROM rated_day"""))
                .containsExactly("1|4|terms-1|charged|ba_1|wallet|TRUE|FALSE|9|ba_1|CNY|2.10");
        assertThat(TableText.of(jdbc, "SELECT meter, retention_days, quantity FROM usage ORDER BY meter"))
                .containsExactly("log|14|1500000.00", "sms|0|3.00");
        assertThat(TableText.of(jdbc, """
                        SELECT meter, list_price, unit_price, price_version, currency, exact_amount, amount
                        FROM charge ORDER BY meter"""))
                .containsExactly(
                        "log|1.2000000|1.2000000|2024-11-06|CNY|1.800000000000000000|1.80",
                        "sms|1.0000000|1.0000000|2024-11-06|CNY|0.300000000000000000|0.30");
    }

    @Test
    void theControlTotalAddsUpQuantitiesAndRoundedAmounts() {
        write(1, charged(charge(LOG, "1500000", "1.2", "1.805"), charge(SMS, "3", "1", "0.304")));
        assertThat(TableText.of(jdbc, """
                        SELECT stage, workspace_id, control_day, version, currency, posted_day, row_count, quantity, amount,
                          run_id FROM control_total""")).containsExactly("rated|w1|2026-11-21|1|CNY|-|2|1500003.00|2.11|9");
        assertThat(TableText.of(jdbc, "SELECT parts FROM control_total"))
                .singleElement()
                .asString()
                .contains("charge 2 ", "rated_day 1 ", "usage 2 ")
                .doesNotContain("day_hold");
    }

    @Test
    void aLaterRatingTakesThePlaceOfTheEarlierOneWhichStays() {
        write(1, charged(charge(LOG, "1000000", "1.2", "1.2")));
        jdbc.update("UPDATE rated_day SET posted = TRUE");
        write(2, charged(charge(LOG, "2000000", "1.2", "2.4")));
        assertThat(TableText.of(jdbc, "SELECT rating, is_current, posted FROM rated_day ORDER BY rating"))
                .containsExactly("1|FALSE|TRUE", "2|TRUE|FALSE");
        assertThat(TableText.of(jdbc, "SELECT rating, quantity FROM usage ORDER BY rating"))
                .containsExactly("1|1000000.00", "2|2000000.00");
    }

    @Test
    void otherWorkspaceDaysStayCurrent() {
        write(1, charged(charge(LOG, "1000000", "1.2", "1.2")));
        WorkspaceDay next = new WorkspaceDay(DAY.workspace(), BillingDay.parse("2026-11-22"));
        writer().write(new Chunk<>(List.of(new RatedDay(work(next, 1), List.of(), new Rating.Free()))));
        assertThat(TableText.of(jdbc, "SELECT billing_day, is_current FROM rated_day ORDER BY billing_day"))
                .containsExactly("2026-11-21|TRUE", "2026-11-22|TRUE");
    }

    @Test
    void aHeldDayKeepsItsReasonsAndWhatItWouldHaveCost() {
        Rating.Charged withheld =
                new Rating.Charged(ACCOUNT, SettlementMethod.WALLET, List.of(charge(LOG, "1000000", "1.2", "1.2")));
        List<Hold> holds = List.of(
                new Hold(HoldReason.UNUSUAL, null, "ten times the usual"),
                new Hold(HoldReason.NO_PRICE, new Usage(SMS, new BigDecimal("3")), "no price for sms"));
        write(1, new Rating.Held(holds, withheld));
        assertThat(
                        TableText.of(
                                jdbc,
                                "SELECT outcome, account_id, settlement, charge_account, charge_currency, charge_amount FROM rated_day"))
                .containsExactly("held|-|-|ba_1|CNY|1.20");
        assertThat(TableText.of(
                        jdbc, "SELECT reason, meter, retention_days, quantity, detail FROM day_hold ORDER BY reason"))
                .containsExactly("no_price|sms|0|3.00|no price for sms", "unusual||0|-|ten times the usual");
        assertThat(TableText.of(jdbc, "SELECT amount, currency FROM control_total"))
                .as("nothing is charged")
                .containsExactly("0.00|");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM charge", Integer.class))
                .isZero();
    }

    @Test
    void aHoldWhoseChargesAreUnknownHasNoAccount() {
        write(1, new Rating.Held(List.of(new Hold(HoldReason.NO_BINDING, null, "no binding"))));
        assertThat(TableText.of(jdbc, "SELECT outcome, charge_account, charge_currency, charge_amount FROM rated_day"))
                .containsExactly("held|-|-|-");
    }

    @Test
    void aFreeDayKeepsItsUsage() {
        write(1, new Rating.Free());
        assertThat(TableText.of(jdbc, "SELECT outcome, account_id, charge_account FROM rated_day"))
                .containsExactly("free|-|-");
        assertThat(TableText.of(jdbc, "SELECT row_count, quantity, amount FROM control_total"))
                .containsExactly("2|1500003.00|0.00");
    }

    @Test
    void theFilesOfTheBillingDayAreDueOnce() {
        write(1, new Rating.Free());
        write(2, new Rating.Free());
        assertThat(TableText.of(jdbc, "SELECT period, workspace_id FROM delivery_due"))
                .containsExactly("2026-11-21|w1");
    }

    @Test
    void theSameRatingIsRefusedTwice() {
        write(1, new Rating.Free());
        assertThatThrownBy(() -> write(1, new Rating.Free())).isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void theSameRatingGivesTheSameDigestsInAnotherDatabaseAndRun() throws IOException {
        Rating rating = charged(charge(LOG, "1500000", "1.20", "1.80"), charge(SMS, "3", "1", "0.30"));
        write(1, rating);
        List<String> first = TableText.of(jdbc, "SELECT parts, digest FROM control_total");
        database();
        new RatedDayWriter(jdbc, 77).write(new Chunk<>(List.of(day(1, rating))));
        assertThat(TableText.of(jdbc, "SELECT parts, digest FROM control_total"))
                .isEqualTo(first);
    }

    private void write(int rating, Rating outcome) {
        writer().write(new Chunk<>(List.of(day(rating, outcome))));
    }

    private RatedDayWriter writer() {
        return new RatedDayWriter(jdbc, 9);
    }

    private static RatedDay day(int rating, Rating outcome) {
        List<Usage> usage = outcome instanceof Rating.Charged charged
                ? charged.charges().stream()
                        .map(charge -> new Usage(charge.tier(), charge.quantity()))
                        .toList()
                : List.of(new Usage(LOG, new BigDecimal("1500000")), new Usage(SMS, new BigDecimal("3")));
        return new RatedDay(work(DAY, rating), usage, outcome);
    }

    private static RatingWork work(WorkspaceDay day, int rating) {
        return new RatingWork(day, 4, rating, false, "terms-" + rating, Map.of(), QuotaDrawdown.NONE);
    }

    private static Rating.Charged charged(Charge... charges) {
        return new Rating.Charged(ACCOUNT, SettlementMethod.WALLET, List.of(charges));
    }

    private static Charge charge(MeterTier tier, String quantity, String price, String exact) {
        return new Charge(
                tier,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(price),
                BOOK,
                new ExactAmount(Currency.getInstance("CNY"), new BigDecimal(exact)));
    }
}
