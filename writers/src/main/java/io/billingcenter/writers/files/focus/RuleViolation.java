package io.billingcenter.writers.files.focus;

import org.jspecify.annotations.Nullable;

/**
 * A rule that a file breaks.
 *
 * @param row number of the row, from 1; 0 for the header
 * @param value value of the column; null if it has none
 * @param expected what the rule wants, in words
 */
record RuleViolation(FocusRule rule, long row, @Nullable String value, String expected) {

    /** Returns the violation in words: the rule, the place, what was expected and found. */
    String text() {
        String place = row == 0 ? "the header" : "row " + row;
        return "rule " + rule.id() + ", " + place + ", column " + rule.column() + ": expected " + expected + ", found "
                + (value == null ? "nothing" : "'" + value + "'");
    }
}
