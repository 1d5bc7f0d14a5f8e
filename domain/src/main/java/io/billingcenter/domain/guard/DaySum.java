package io.billingcenter.domain.guard;

import java.math.BigDecimal;

/**
 * Usage charges of an account for a billing day.
 *
 * @param amount at least 0
 * @param held whether they are held as unusual
 */
public record DaySum(BigDecimal amount, boolean held) {}
