package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * The usage charges of an account for a billing day.
 *
 * @param amount sum of the charges, at least 0
 * @param held whether the charges are held as unusual
 */
public record DaySum(BigDecimal amount, boolean held) {}
