package io.billingcenter.writers.files.focus;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * A rule of a requirements model of FOCUS.
 *
 * @param id name of the rule in the model
 * @param column column that the rule is about
 * @param isRequired whether the specification says MUST, and not SHOULD
 * @param check name of the check
 * @param arguments of the check; empty if it takes none
 * @param condition rows that the rule is about, see {@link RuleCondition}; empty for all rows
 * @param appliesWhen features of a provider which all have to be offered for the rule to apply
 */
record FocusRule(
        String id,
        String column,
        boolean isRequired,
        String check,
        String arguments,
        String condition,
        List<String> appliesWhen) {

    private static final String MUST = "error";
    private static final String PLUS = "+";

    /** Copies the features. */
    FocusRule {
        appliesWhen = List.copyOf(appliesWhen);
    }

    /**
     * Returns the rule of a row of the table of rules.
     *
     * @param severity {@code error} or {@code warning}
     * @param appliesWhen features joined by {@code +}; empty for none
     */
    static FocusRule of(
            String id,
            String column,
            String severity,
            String check,
            String arguments,
            String condition,
            String appliesWhen) {
        List<String> features = appliesWhen.isEmpty()
                ? List.of()
                : Arrays.asList(appliesWhen.split(java.util.regex.Pattern.quote(PLUS), -1));
        return new FocusRule(id, column, severity.equals(MUST), check, arguments, condition, features);
    }

    /** Returns whether the rule applies to a provider that offers these features and no others. */
    boolean applies(Collection<String> features) {
        return features.containsAll(appliesWhen);
    }
}
