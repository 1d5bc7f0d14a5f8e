package io.billingcenter.writers.files.report;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/**
 * A bar for each day, drawn by hand: whole coordinates, no script. Each chart has a title, a description of what it shows,
 * and a text on every bar. The last bar is that of the end of the period.
 */
final class SvgBars {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 180;
    private static final int LEFT = 44;
    private static final int RIGHT = 4;
    private static final int TOP = 14;
    private static final int BOTTOM = 22;
    private static final int GAP = 5;
    private static final int MOST_LABELS = 16;

    private static final int SMALL_WIDTH = 140;
    private static final int SMALL_HEIGHT = 28;
    private static final int SMALL_GAP = 2;

    private final List<BillingDay> days;
    private final List<BigDecimal> values;
    private final Function<BigDecimal, String> shown;

    /** Where bars may be. */
    private record Area(int left, int top, int width, int height, int gap) {}

    /**
     * A chart.
     *
     * @param shown the text of a value
     */
    SvgBars(List<BillingDay> days, List<BigDecimal> values, Function<BigDecimal, String> shown) {
        this.days = days;
        this.values = values;
        this.shown = shown;
    }

    /**
     * Draws it with its scale.
     *
     * @param id of the chart in the page
     */
    void draw(Html html, String id, String title) {
        begin(html, id, title, WIDTH, HEIGHT, "chart");
        Area area = new Area(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, GAP);
        drawScale(html, area);
        drawBars(html, area);
        drawDays(html, area);
        html.close();
    }

    /** Draws it small, without a scale. */
    void drawSmall(Html html, String id, String title) {
        begin(html, id, title, SMALL_WIDTH, SMALL_HEIGHT, "spark");
        drawBars(html, new Area(0, 1, SMALL_WIDTH, SMALL_HEIGHT - 2, SMALL_GAP));
        html.close();
    }

    private void begin(Html html, String id, String title, int width, int height, String style) {
        String titleId = id + "-title";
        String descriptionId = id + "-desc";
        html.open(
                "svg",
                "class",
                style,
                "viewBox",
                "0 0 " + width + " " + height,
                "role",
                "img",
                "aria-labelledby",
                titleId + " " + descriptionId);
        html.element("title", title, "id", titleId);
        html.element("desc", description(), "id", descriptionId);
    }

    private String description() {
        int last = values.size() - 1;
        return "From " + days.get(0) + " to " + days.get(last) + ": least " + shown.apply(lowest()) + ", most "
                + shown.apply(highest()) + ", on the last day " + shown.apply(values.get(last)) + ".";
    }

    private void drawScale(Html html, Area area) {
        drawLine(html, area, BigDecimal.ZERO);
        if (top().signum() > 0) {
            drawLine(html, area, top());
        }
        if (bottom().signum() < 0) {
            drawLine(html, area, bottom());
        }
    }

    private void drawLine(Html html, Area area, BigDecimal value) {
        String y = Integer.toString(y(area, value));
        html.empty(
                "line",
                "class",
                value.signum() == 0 ? "zero" : "grid",
                "x1",
                Integer.toString(area.left()),
                "x2",
                Integer.toString(area.left() + area.width()),
                "y1",
                y,
                "y2",
                y);
        html.element(
                "text",
                FigureText.compact(value),
                "x",
                Integer.toString(area.left() - 6),
                "y",
                Integer.toString(y(area, value) + 4),
                "text-anchor",
                "end");
    }

    private void drawBars(Html html, Area area) {
        int zero = y(area, BigDecimal.ZERO);
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = values.get(i);
            int y = y(area, value);
            int height = value.signum() == 0 ? 0 : Math.max(1, Math.abs(y - zero));
            int left = area.left() + i * area.width() / values.size();
            int right = area.left() + (i + 1) * area.width() / values.size();
            html.open(
                    "rect",
                    "class",
                    i == values.size() - 1 ? "bar last" : "bar",
                    "x",
                    Integer.toString(left + area.gap() / 2),
                    "y",
                    Integer.toString(value.signum() < 0 ? zero : zero - height),
                    "width",
                    Integer.toString(right - left - area.gap()),
                    "height",
                    Integer.toString(height));
            html.element("title", days.get(i) + ": " + shown.apply(value));
            html.close();
        }
    }

    private void drawDays(Html html, Area area) {
        int step = (days.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = (days.size() - 1) % step; i < days.size(); i += step) {
            int middle = area.left() + (2 * i + 1) * area.width() / (2 * days.size());
            html.element(
                    "text",
                    Integer.toString(days.get(i).date().getDayOfMonth()),
                    "x",
                    Integer.toString(middle),
                    "y",
                    Integer.toString(HEIGHT - 6),
                    "text-anchor",
                    "middle");
        }
    }

    private int y(Area area, BigDecimal value) {
        BigDecimal range = top().subtract(bottom());
        if (range.signum() == 0) {
            return area.top() + area.height();
        }
        return area.top()
                + top().subtract(value)
                        .multiply(BigDecimal.valueOf(area.height()))
                        .divide(range, 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    private BigDecimal top() {
        return highest().max(BigDecimal.ZERO);
    }

    private BigDecimal bottom() {
        return lowest().min(BigDecimal.ZERO);
    }

    private BigDecimal highest() {
        return values.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
    }

    private BigDecimal lowest() {
        return values.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO);
    }
}
