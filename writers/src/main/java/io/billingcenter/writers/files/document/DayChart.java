package io.billingcenter.writers.files.document;

import io.billingcenter.domain.document.DayAmount;
import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A chart with a bar for the amount of each day, in tenths of a millimetre. Public, because templates call it.
 *
 * @param above height of the area above zero
 * @param below height of the area below zero; 0 when no amount is below zero
 * @param highest the largest amount as text; empty when none is above zero
 * @param lowest the smallest amount as text; empty when none is below zero
 */
public record DayChart(List<Bar> bars, int above, int below, String highest, String lowest) {

    private static final int HEIGHT = 220;
    private static final int SMALLEST = 3;
    private static final int MIN_AREA = 40;

    /**
     * The bar of a day.
     *
     * @param day day of the month
     * @param up height above zero
     * @param down height below zero
     */
    public record Bar(String day, int up, int down) {

        /** Returns the height above zero as CSS. */
        public String upStyle() {
            return style(up);
        }

        /** Returns the height below zero as CSS. */
        public String downStyle() {
            return style(down);
        }
    }

    /** Copies the bars. */
    public DayChart {
        bars = List.copyOf(bars);
    }

    static DayChart of(List<DayAmount> days) {
        BigDecimal top = BigDecimal.ZERO;
        BigDecimal bottom = BigDecimal.ZERO;
        for (DayAmount day : days) {
            top = top.max(day.amount().amount());
            bottom = bottom.min(day.amount().amount());
        }
        BigDecimal range = top.subtract(bottom);
        int below = area(bottom.negate(), range);
        int above = HEIGHT - below;
        if (top.signum() > 0 && above < MIN_AREA) {
            above = MIN_AREA;
        }
        int up = above;
        BigDecimal highest = top;
        BigDecimal lowest = bottom;
        List<Bar> bars = days.stream()
                .map(day -> new Bar(
                        Integer.toString(day.day().date().getDayOfMonth()),
                        height(day.amount(), highest, up),
                        height(day.amount().negated(), lowest.negate(), below)))
                .toList();
        return new DayChart(bars, above, below, text(top, days), text(bottom, days));
    }

    /** Returns the height of the area above zero as CSS. */
    public String aboveStyle() {
        return style(above);
    }

    /** Returns the height of the area below zero as CSS. */
    public String belowStyle() {
        return style(below);
    }

    /** Returns whether an amount is below zero. */
    public boolean hasBelow() {
        return below > 0;
    }

    private static int area(BigDecimal part, BigDecimal range) {
        if (part.signum() == 0) {
            return 0;
        }
        return Math.max(MIN_AREA, scaled(part, range, HEIGHT));
    }

    private static int height(Money amount, BigDecimal largest, int area) {
        if (!amount.isPositive()) {
            return 0;
        }
        // The smallest amount still has a bar, so that it differs from none.
        return Math.max(SMALLEST, scaled(amount.amount(), largest, area));
    }

    private static int scaled(BigDecimal part, BigDecimal whole, int length) {
        return part.multiply(BigDecimal.valueOf(length))
                .divide(whole, 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static String text(BigDecimal amount, List<DayAmount> days) {
        return amount.signum() == 0
                ? ""
                : DocumentWords.money(new Money(days.get(0).amount().currency(), amount));
    }

    private static String style(int tenths) {
        return "height: " + BigDecimal.valueOf(tenths, 1).toPlainString() + "mm";
    }
}
