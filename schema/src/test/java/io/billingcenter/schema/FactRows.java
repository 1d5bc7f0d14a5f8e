package io.billingcenter.schema;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.usage.Measure;
import io.billingcenter.domain.usage.MeasureTier;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.Usage;
import io.billingcenter.schema.billing.ChargesText;
import io.billingcenter.schema.billing.RatedDayTable;
import io.billingcenter.schema.billing.UsageText;
import io.billingcenter.schema.metering.MeasuresText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The measures, usage and charges of rows of {@code metered_day} and {@code rated_day}: for tests of all modules. */
public final class FactRows {

    /** The views of the texts. */
    public static final List<String> VIEWS = List.of("measure", "usage", "charge");

    private static final String REVISION = "metered_day WHERE workspace_id = ? AND billing_day = ? AND revision = ?";
    private static final String RATING = "rated_day WHERE workspace_id = ? AND billing_day = ? AND rating = ?";

    private final JdbcTemplate jdbc;

    /** Changes rows of a database. */
    public FactRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A charge of that amount, at any price. */
    public static Charge charge(
            String meter, int days, @Nullable BigDecimal listPrice, String currency, BigDecimal amount) {
        return new Charge(
                new MeterTier(Meter.ofCode(meter).orElseThrow(), days),
                BigDecimal.ONE,
                listPrice,
                BigDecimal.ONE,
                null,
                new ExactAmount(Currency.getInstance(currency), amount));
    }

    /**
     * Adds a measure to a revision, or replaces its value.
     *
     * @throws IllegalStateException if there is no such revision
     */
    public void measure(String workspace, LocalDate day, int revision, Measure measure, int days, long value) {
        change("measures", REVISION, workspace, day, revision, text -> {
            SortedMap<MeasureTier, BigInteger> measures = MeasuresText.measures(text);
            SortedMap<MeasureTier, BigInteger> largest = MeasuresText.largest(text);
            measures.put(new MeasureTier(measure, days), BigInteger.valueOf(value));
            return MeasuresText.of(measures, largest);
        });
    }

    /**
     * Adds usage to a rating.
     *
     * @throws IllegalStateException if there is no such rating
     */
    public void usage(String workspace, LocalDate day, int rating, Usage usage) {
        change("usage", RATING, workspace, day, rating, text -> {
            List<Usage> all = new ArrayList<>(UsageText.usage(text));
            all.add(usage);
            return UsageText.of(all);
        });
    }

    /**
     * Adds a charge to a rating, and to its sum.
     *
     * @throws IllegalStateException if there is no such rating
     */
    public void charge(String workspace, LocalDate day, int rating, Charge charge) {
        change("charges", RATING, workspace, day, rating, text -> {
            List<Charge> all = new ArrayList<>(ChargesText.charges(text));
            all.add(charge);
            return ChargesText.of(all);
        });
        List<Charge> charges = jdbc.query(
                        "SELECT charges FROM " + RATING, (row, n) -> RatedDayTable.charges(row), workspace, day, rating)
                .get(0);
        jdbc.update(
                "UPDATE rated_day SET charge_account = COALESCE(account_id, 'a'), charge_currency = ?, charge_amount = ?"
                        + " WHERE workspace_id = ? AND billing_day = ? AND rating = ?",
                charge.exact().currency().getCurrencyCode(),
                charges.stream().map(each -> each.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add),
                workspace,
                day,
                rating);
    }

    private void change(
            String column, String rowOf, String workspace, LocalDate day, int number, UnaryOperator<String> change) {
        List<String> texts =
                jdbc.query("SELECT " + column + " FROM " + rowOf, (row, n) -> row.getString(1), workspace, day, number);
        if (texts.size() != 1) {
            throw new IllegalStateException("Expected a row for the " + column + " of " + workspace + " " + day + " "
                    + number + ", found " + texts.size());
        }
        jdbc.update(
                "UPDATE " + rowOf.replace(" WHERE", " SET " + column + " = ? WHERE"),
                change.apply(texts.get(0)),
                workspace,
                day,
                number);
    }

    /** Makes tables of the views, with the same rows and no keys, as databases of older releases have them. */
    public void makeTables() {
        for (String view : VIEWS) {
            jdbc.execute("CREATE TABLE " + view + "_rows AS (SELECT * FROM " + view + ") WITH DATA");
            jdbc.execute("DROP VIEW " + view);
            jdbc.execute("ALTER TABLE " + view + "_rows RENAME TO " + view);
        }
    }
}
