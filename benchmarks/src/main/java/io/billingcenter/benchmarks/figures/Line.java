package io.billingcenter.benchmarks.figures;

import java.util.stream.IntStream;

/**
 * The straight line with the smallest squared distances from some points.
 *
 * @param start value at 0
 * @param slope increase per unit
 * @param determination R2: the part of the variation of the values that the line explains; 1 is all of it
 */
public record Line(double start, double slope, double determination) {

    /**
     * Returns the line through those points.
     *
     * @throws IllegalArgumentException if they are at fewer than two places
     */
    public static Line through(double[] places, double[] values) {
        double place = mean(places);
        double value = mean(values);
        double spread = sumOfProducts(places, place, places, place);
        if (spread == 0) {
            throw new IllegalArgumentException("Expected points at two places at least, found one place");
        }
        double slope = sumOfProducts(places, place, values, value) / spread;
        double start = value - slope * place;
        double all = sumOfProducts(values, value, values, value);
        double left = IntStream.range(0, places.length)
                .mapToDouble(point -> values[point] - start - slope * places[point])
                .map(distance -> distance * distance)
                .sum();
        return new Line(start, slope, all == 0 ? 1 : 1 - left / all);
    }

    private static double mean(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToDouble(index -> numbers[index])
                .average()
                .orElse(0);
    }

    private static double sumOfProducts(double[] left, double leftMean, double[] right, double rightMean) {
        return IntStream.range(0, left.length)
                .mapToDouble(index -> (left[index] - leftMean) * (right[index] - rightMean))
                .sum();
    }
}
