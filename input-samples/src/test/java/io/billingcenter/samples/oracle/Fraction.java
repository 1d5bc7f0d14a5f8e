package io.billingcenter.samples.oracle;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An exact number: a numerator over a denominator, in lowest terms, the denominator above zero. */
record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    static final Fraction ZERO = of(0);
    static final Fraction ONE = of(1);

    Fraction {
        BigInteger divisor = numerator.gcd(denominator).multiply(BigInteger.valueOf(denominator.signum()));
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Fraction of(long number) {
        return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
    }

    /** A decimal text such as {@code 0.143}. */
    static Fraction of(String text) {
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return new Fraction(new BigInteger(text.replace(".", "")), BigInteger.TEN.pow(decimals));
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction over(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    int sign() {
        return numerator.signum();
    }

    Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Rounded half up on the magnitude to two decimals: the only place where money is rounded (reading Q4). */
    Fraction rounded() {
        BigInteger hundred = BigInteger.valueOf(100);
        BigInteger twice = numerator.abs().multiply(hundred).shiftLeft(1).add(denominator);
        BigInteger cents = twice.divide(denominator.shiftLeft(1)).multiply(BigInteger.valueOf(numerator.signum()));
        return new Fraction(cents, hundred);
    }

    /** As money is written: two decimals. */
    String money() {
        return decimal().setScale(2).toPlainString();
    }

    /** As quantities and prices are written: no exponent, no needless zeros. */
    String plain() {
        return sign() == 0 ? "0" : decimal().stripTrailingZeros().toPlainString();
    }

    private BigDecimal decimal() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return minus(other).sign();
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
