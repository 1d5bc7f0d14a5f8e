package io.billingcenter.writers.files.report;

import io.billingcenter.domain.time.BillingDay;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A chart with a bar for each day, in whole pixels; the template {@code bar-chart.html} draws it. Each chart has a title
 * and a description, and each bar a text. The last bar is that of the end of the period. Public, because templates call
 * it.
 *
 * @param id id of the chart, unique in the page
 * @param description the range of the values in words, for people who cannot see the bars
 * @param style CSS class of the drawing
 * @param scale lines at the highest value, the lowest value and 0; none in a small chart
 * @param labels days below the bars; none in a small chart
 */
public record BarChart(
        String id,
        String title,
        String description,
        String style,
        int width,
        int height,
        List<ScaleLine> scale,
        List<Bar> bars,
        List<DayLabel> labels) {

    private static final int WIDTH = 420;
    private static final int HEIGHT = 180;
    private static final int LEFT = 44;
    private static final int RIGHT = 4;
    private static final int TOP = 14;
    private static final int BOTTOM = 22;
    private static final int GAP = 5;
    private static final int LABEL_MARGIN = 6;
    private static final int MAX_LABELS = 16;

    private static final int SMALL_WIDTH = 140;
    private static final int SMALL_HEIGHT = 28;
    private static final int SMALL_GAP = 2;

    /**
     * A horizontal line at a value.
     *
     * @param style CSS class, which differs for the line at 0
     * @param text the value, for people
     */
    public record ScaleLine(String style, int left, int right, int y, String text) {}

    /**
     * The bar of a day.
     *
     * @param style CSS class, which differs for the last bar
     * @param text day and value, for people
     */
    public record Bar(String style, int x, int y, int width, int height, String text) {}

    /** The day of the month below a bar. */
    public record DayLabel(int x, int y, String text) {}

    /** Keeps copies of the lists. */
    public BarChart {
        scale = List.copyOf(scale);
        bars = List.copyOf(bars);
        labels = List.copyOf(labels);
    }

    /** Returns a chart with a scale and days. */
    static BarChart of(String id, String title, Series series) {
        Area area = new Area(LEFT, TOP, WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM, GAP);
        return new BarChart(
                id,
                title,
                series.description(),
                "chart",
                WIDTH,
                HEIGHT,
                scale(area, series),
                bars(area, series),
                labels(area, series.days));
    }

    /** Returns a small chart without a scale. */
    static BarChart small(String id, String title, Series series) {
        Area area = new Area(0, 1, SMALL_WIDTH, SMALL_HEIGHT - 2, SMALL_GAP);
        return new BarChart(
                id,
                title,
                series.description(),
                "spark",
                SMALL_WIDTH,
                SMALL_HEIGHT,
                List.of(),
                bars(area, series),
                List.of());
    }

    private static List<ScaleLine> scale(Area area, Series series) {
        List<ScaleLine> scale = new ArrayList<>();
        scale.add(line(area, series, BigDecimal.ZERO));
        if (series.top().signum() > 0) {
            scale.add(line(area, series, series.top()));
        }
        if (series.bottom().signum() < 0) {
            scale.add(line(area, series, series.bottom()));
        }
        return scale;
    }

    private static ScaleLine line(Area area, Series series, BigDecimal value) {
        return new ScaleLine(
                value.signum() == 0 ? "zero" : "grid",
                area.left,
                area.left + area.width,
                area.y(series, value),
                FigureText.compact(value));
    }

    private static List<Bar> bars(Area area, Series series) {
        int count = series.values.size();
        int zero = area.y(series, BigDecimal.ZERO);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigDecimal value = series.values.get(i);
            // A value near 0 still has a bar of one pixel, so that it differs from 0.
            int height = value.signum() == 0 ? 0 : Math.max(1, Math.abs(area.y(series, value) - zero));
            int left = area.left + i * area.width / count;
            int right = area.left + (i + 1) * area.width / count;
            bars.add(new Bar(
                    i == count - 1 ? "bar last" : "bar",
                    left + area.gap / 2,
                    value.signum() < 0 ? zero : zero - height,
                    right - left - area.gap,
                    height,
                    series.days.get(i) + ": " + series.format.apply(value)));
        }
        return bars;
    }

    private static List<DayLabel> labels(Area area, List<BillingDay> days) {
        int step = (days.size() + MAX_LABELS - 1) / MAX_LABELS;
        List<DayLabel> labels = new ArrayList<>();
        // The last day always has a label.
        for (int i = (days.size() - 1) % step; i < days.size(); i += step) {
            int middle = area.left + (2 * i + 1) * area.width / (2 * days.size());
            String day = Integer.toString(days.get(i).date().getDayOfMonth());
            labels.add(new DayLabel(middle, HEIGHT - LABEL_MARGIN, day));
        }
        return labels;
    }

    /**
     * The values of the bars.
     *
     * @param days at least one
     * @param values a value for each day
     * @param format returns the text of a value
     */
    record Series(List<BillingDay> days, List<BigDecimal> values, Function<BigDecimal, String> format) {

        private String description() {
            int last = values.size() - 1;
            return "From " + days.get(0) + " to " + days.get(last) + ": minimum " + format.apply(lowest())
                    + ", maximum " + format.apply(highest()) + ", last day " + format.apply(values.get(last)) + ".";
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

    /** The area of the bars. */
    private record Area(int left, int top, int width, int height, int gap) {

        int y(Series series, BigDecimal value) {
            BigDecimal range = series.top().subtract(series.bottom());
            if (range.signum() == 0) {
                return top + height;
            }
            return top
                    + series.top()
                            .subtract(value)
                            .multiply(BigDecimal.valueOf(height))
                            .divide(range, 0, RoundingMode.HALF_UP)
                            .intValueExact();
        }
    }
}
