package io.billingcenter.writers.files.focus;

import io.billingcenter.domain.focus.FocusTerms;
import io.billingcenter.domain.focus.FocusVersion;
import java.util.List;

/**
 * The choices of an operator.
 *
 * @param versions to export; at least one
 * @param columns of Cost and Usage to export; all if it is empty
 */
public record FocusOptions(List<FocusVersion> versions, List<String> columns, FocusTerms terms) {

    /** Copies the lists. */
    public FocusOptions {
        versions = versions.stream().distinct().sorted().toList();
        columns = List.copyOf(columns);
    }
}
