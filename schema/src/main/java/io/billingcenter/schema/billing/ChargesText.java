package io.billingcenter.schema.billing;

import io.billingcenter.domain.money.ExactAmount;
import io.billingcenter.domain.pricing.Charge;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.JsonRows;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The charges of a rating as the text of {@code rated_day.charges}: a row of meter, retention in days, quantity, list price,
 * unit price, price version, currency, exact amount and amount.
 */
public final class ChargesText {

    private static final int QUANTITY = 2;
    private static final int LIST_PRICE = 3;
    private static final int UNIT_PRICE = 4;
    private static final int PRICE_VERSION = 5;
    private static final int CURRENCY = 6;
    private static final int EXACT_AMOUNT = 7;
    private static final int AMOUNT = 8;
    private static final int WIDTH = 9;

    private static final int PRICE_SCALE = 7;
    private static final int EXACT_SCALE = 18;
    private static final int MONEY_SCALE = 2;

    private ChargesText() {}

    /**
     * A charge as it is stored.
     *
     * @param amount the stored amount, which the rounded one of the charge must equal
     */
    public record Line(Charge charge, BigDecimal amount) {}

    /** Returns the text of charges. */
    public static String of(Collection<Charge> charges) {
        JsonRows.Writer rows = new JsonRows.Writer();
        for (Charge charge : charges) {
            BillingDay version = charge.priceVersion();
            rows.row()
                    .code(charge.tier().meter().code())
                    .number(charge.tier().retentionDays())
                    .number(charge.quantity())
                    .number(charge.listPrice())
                    .number(charge.unitPrice())
                    .code(version == null ? null : version.toString())
                    .code(charge.exact().currency().getCurrencyCode())
                    .number(charge.exact().value())
                    .number(charge.amount().amount());
        }
        return rows.text();
    }

    /** Returns the charges in a text, in its order. */
    public static List<Charge> charges(@Nullable String text) {
        return lines(text).stream().map(Line::charge).toList();
    }

    /** Returns the charges in a text with their stored amounts, in its order. */
    public static List<Line> lines(@Nullable String text) {
        return JsonRows.read(
                "rated_day.charges",
                WIDTH,
                text,
                row -> new Line(charge(row), row.number(AMOUNT).setScale(MONEY_SCALE)));
    }

    private static Charge charge(JsonRows.Row row) {
        BigDecimal listPrice = row.numberOrNull(LIST_PRICE);
        String version = row.codeOrNull(PRICE_VERSION);
        return new Charge(
                UsageText.tier(row),
                row.number(QUANTITY).setScale(UsageText.QUANTITY_SCALE),
                listPrice == null ? null : listPrice.setScale(PRICE_SCALE),
                row.number(UNIT_PRICE).setScale(PRICE_SCALE),
                version == null ? null : BillingDay.parse(version),
                new ExactAmount(
                        Currency.getInstance(row.code(CURRENCY)),
                        row.number(EXACT_AMOUNT).setScale(EXACT_SCALE)));
    }
}
