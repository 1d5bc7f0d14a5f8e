package io.billingcenter.jobs.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostedDay;
import io.billingcenter.domain.billing.PostingCalculator;
import io.billingcenter.domain.billing.PostingWork;
import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.pricing.Hold;
import io.billingcenter.domain.pricing.HoldReason;
import io.billingcenter.domain.pricing.QuotaDrawdown;
import io.billingcenter.domain.pricing.RatedDay;
import io.billingcenter.domain.pricing.Rating;
import io.billingcenter.domain.pricing.RatingWork;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.readers.tables.billing.PostingWorkReader;
import io.billingcenter.readers.tables.paging.WorkspaceRange;
import io.billingcenter.schema.MigratedDatabase;
import io.billingcenter.schema.TableText;
import io.billingcenter.writers.tables.billing.PostingWriter;
import io.billingcenter.writers.tables.billing.RatedDayWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ratings and postings through the database: whatever is rated in whatever order, the bills show the last rating. */
class PostingByDifferenceTest {

    private static final WorkspaceDay DAY = new WorkspaceDay(new WorkspaceId("w1"), BillingDay.parse("2026-11-21"));
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final List<MeterTier> TIERS =
            List.of(new MeterTier(Meter.LOG, 14), new MeterTier(Meter.TRACE, 7), MeterTier.flat(Meter.SMS));

    private JdbcTemplate jdbc;
    private int rating;

    @BeforeEach
    void database() throws IOException {
        jdbc = MigratedDatabase.create();
        rating = 0;
    }

    @RepeatedTest(10)
    void postingsAddUpToTheLastRatingThatWasNotHeld(RepetitionInfo repetition) throws Exception {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (int night = 0; night < 12; night++) {
            Rating next = rating(random);
            rate(next);
            if (random.nextInt(4) > 0) {
                post(DAY.day().plusDays(night));
                if (!(next instanceof Rating.Held)) {
                    expected = amounts(next);
                }
                assertThat(posted()).as("night %d", night).isEqualTo(expected);
            }
        }
        assertThat(TableText.of(jdbc, "SELECT posting_id FROM posting")).doesNotHaveDuplicates();
        assertThat(TableText.of(jdbc, "SELECT SUM(amount) FROM control_total WHERE stage = 'posted'"))
                .as("control totals are those of the postings")
                .isEqualTo(TableText.of(jdbc, "SELECT SUM(amount) FROM posting"));
    }

    @Test
    void aRepeatPostsNothing() throws Exception {
        rate(charged("ba_1", "1.80", "0.30", "5.00"));
        post(DAY.day());
        List<String> before = TableText.of(jdbc, "SELECT * FROM posting ORDER BY posting_id");
        assertThat(before).hasSize(3);
        post(DAY.day());
        rate(charged("ba_1", "1.80", "0.30", "5.00"));
        post(DAY.day().plusDays(1));
        assertThat(TableText.of(jdbc, "SELECT * FROM posting ORDER BY posting_id"))
                .isEqualTo(before);
        assertThat(TableText.of(jdbc, "SELECT rating FROM rated_day WHERE posted = TRUE ORDER BY 1"))
                .containsExactly("1", "2");
    }

    @Test
    void anotherPayerGetsTheWholeChargeAndTheFirstOneItsMoneyBack() throws Exception {
        rate(charged("ba_1", "1.80", "0.30", "5.00"));
        post(DAY.day());
        rate(charged("ba_2", "1.80", "0.30", "5.00"));
        post(DAY.day().plusDays(3));
        assertThat(TableText.of(jdbc, "SELECT account_id, SUM(amount) FROM posting GROUP BY account_id ORDER BY 1"))
                .containsExactly("ba_1|0.00", "ba_2|7.10");
        assertThat(
                        TableText.of(
                                jdbc,
                                "SELECT account_id, posted_day, SUM(amount) FROM posting GROUP BY account_id, posted_day ORDER BY 1, 2"))
                .containsExactly("ba_1|2026-11-21|7.10", "ba_1|2026-11-24|-7.10", "ba_2|2026-11-24|7.10");
    }

    @Test
    void aHoldKeepsWhatWasPosted() throws Exception {
        rate(charged("ba_1", "1.80", "0.30", "5.00"));
        post(DAY.day());
        rate(new Rating.Held(List.of(new Hold(HoldReason.NO_BINDING, null, "nobody pays"))));
        post(DAY.day());
        assertThat(TableText.of(jdbc, "SELECT SUM(amount) FROM posting")).containsExactly("7.10");
    }

    @Test
    void aPlanWithoutChargesTakesEverythingBack() throws Exception {
        rate(charged("ba_1", "1.80", "0.30", "5.00"));
        post(DAY.day());
        rate(new Rating.Free());
        post(DAY.day().plusDays(1));
        assertThat(TableText.of(
                        jdbc, "SELECT meter, SUM(amount), SUM(quantity) FROM posting GROUP BY meter ORDER BY 1"))
                .containsExactly("log|0.00|0.00", "sms|0.00|0.00", "trace|0.00|0.00");
    }

    private void rate(Rating outcome) {
        rating++;
        RatingWork work = new RatingWork(DAY, rating, rating, false, "t" + rating, Map.of(), QuotaDrawdown.NONE);
        List<Usage> usage = List.of(new Usage(TIERS.get(0), BigDecimal.ONE));
        new RatedDayWriter(jdbc, rating).write(new Chunk<>(List.of(new RatedDay(work, usage, outcome))));
    }

    private void post(BillingDay postedDay) throws Exception {
        PostingWorkReader reader = new PostingWorkReader(
                jdbc,
                new WorkspaceRange("w1", "w1"),
                new DayRange(PostingWorkReader.BEFORE_ALL_DAYS, postedDay.plusDays(1)));
        PostingWriter writer = new PostingWriter(jdbc, postedDay, rating);
        for (PostingWork work = reader.read(); work != null; work = reader.read()) {
            PostedDay difference = new PostedDay(
                    work.workspaceDay(),
                    work.ratingNumber(),
                    PostingCalculator.difference(postedDay, work.workspaceDay(), work.rating(), work.before()));
            writer.write(new Chunk<>(List.of(difference)));
        }
    }

    private Map<String, BigDecimal> posted() {
        Map<String, BigDecimal> sums = new TreeMap<>();
        jdbc.query("SELECT account_id, meter, SUM(amount) FROM posting GROUP BY account_id, meter", row -> {
            if (row.getBigDecimal(3).signum() != 0) {
                sums.put(row.getString(1) + " " + row.getString(2), row.getBigDecimal(3));
            }
        });
        return sums;
    }

    /** The expected bills: the amounts of the rating, rounded half up by hand. */
    private static Map<String, BigDecimal> amounts(Rating rating) {
        return rating instanceof Rating.Charged charged
                ? charged.charges().stream()
                        .filter(charge -> charge.exact()
                                        .value()
                                        .setScale(2, RoundingMode.HALF_UP)
                                        .signum()
                                != 0)
                        .collect(Collectors.toMap(
                                charge -> charged.account() + " "
                                        + charge.tier().meter().code(),
                                charge -> charge.exact().value().setScale(2, RoundingMode.HALF_UP),
                                BigDecimal::add,
                                TreeMap::new))
                : new TreeMap<>();
    }

    private static Rating rating(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Rating.Free();
            case 1 -> new Rating.Held(List.of(new Hold(HoldReason.NO_WORKSPACE, null, "no row")));
            default ->
                charged(
                        "ba_" + random.nextInt(3),
                        amount(random),
                        amount(random),
                        random.nextBoolean() ? "0" : amount(random));
        };
    }

    private static String amount(Random random) {
        return BigDecimal.valueOf(random.nextInt(1_000_000), 4).toPlainString();
    }

    private static Rating.Charged charged(String account, String... exact) {
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < exact.length; i++) {
            BigDecimal amount = new BigDecimal(exact[i]);
            charges.add(new Charge(
                    TIERS.get(i),
                    amount.movePointRight(2).setScale(0, RoundingMode.UP),
                    BigDecimal.ONE,
                    BigDecimal.ONE,
                    BillingDay.parse("2024-11-06"),
                    new ExactAmount(CNY, amount)));
        }
        return new Rating.Charged(new BillingAccountId(account), SettlementMethod.WALLET, charges);
    }
}
