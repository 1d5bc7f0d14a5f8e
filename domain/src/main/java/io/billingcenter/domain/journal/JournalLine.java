package io.billingcenter.domain.journal;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.usage.Meter;
import org.jspecify.annotations.Nullable;

/**
 * A line of a journal entry.
 *
 * @param amount the debit; below zero, the credit; never zero
 * @param workspace workspace of the revenue; null where the amount belongs to none
 * @param meter meter of the revenue; null where the amount belongs to none
 * @param text description in at most 60 characters
 */
public record JournalLine(
        JournalKey key,
        Money amount,
        @Nullable WorkspaceId workspace,
        @Nullable Meter meter,
        String text) {

    private static final int LONGEST_TEXT = 60;

    /** Refuses an amount of zero and cuts the text to its length. */
    public JournalLine {
        if (amount.isZero()) {
            throw new IllegalArgumentException(
                    "Expected a debit or a credit on a line of " + key + ", found " + amount);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            text = text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
        }
    }

    /** Returns a line without workspace and meter. */
    static JournalLine of(JournalKey key, Money amount, String text) {
        return new JournalLine(key, amount, null, null, text);
    }

    /** Returns whether the line is a debit. */
    public boolean isDebit() {
        return amount.isPositive();
    }

    /** Returns the amount without its sign. */
    public Money unsigned() {
        return isDebit() ? amount : amount.negated();
    }
}
