package io.billingcenter.writers.files.focus;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;

/**
 * A column of a model.
 *
 * @param level {@code mandatory}, {@code conditional}, {@code recommended} or {@code optional}
 * @param appliesWhen features that all have to be offered for the column to apply
 * @param type {@code string}, {@code decimal}, {@code datetime} or {@code json}
 */
record FocusColumn(String name, String level, List<String> appliesWhen, String type) {

    static FocusColumn of(NamedCsvRecord row) {
        String features = row.getField("applies_when");
        return new FocusColumn(
                row.getField("column"),
                row.getField("level"),
                features.isEmpty() ? List.of() : Arrays.asList(features.split("\\+", -1)),
                row.getField("type"));
    }
}
