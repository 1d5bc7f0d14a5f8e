package io.billingcenter.writers.files.focus;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rules and columns of the requirements models, as resources. They are facts taken out of FOCUS, which is licensed under CC BY
 * 4.0; {@code focus/NOTICE.txt} beside them tells what was changed.
 */
final class FocusModel {

    /** The features that this suite offers as a provider; columns and rules of all others do not apply. */
    static final Set<String> FEATURES = Set.of(
            "account_naming",
            "negotiated_pricing",
            "public_price_list",
            "usage_measurement",
            "unit_pricing",
            "sub_account",
            "region",
            "invoice_issuer_payable_invoices");

    private static final String UNDECIDABLE = "no";

    private final FocusVersion version;
    private final FocusDataset dataset;

    /** Takes the model of a dataset in a version. */
    FocusModel(FocusVersion version, FocusDataset dataset) {
        this.version = version;
        this.dataset = dataset;
    }

    /**
     * Returns the rules, ready for a file.
     *
     * @param header columns of the file
     */
    FocusRules rules(List<String> header) {
        List<FocusRule> rules = new ArrayList<>();
        read("rules.csv", row -> {
            if (isOfDataset(row) && !row.getField("use").equals(UNDECIDABLE)) {
                rules.add(FocusRule.of(
                        row.getField("rule"),
                        row.getField("column"),
                        row.getField("severity"),
                        row.getField("check"),
                        row.getField("arguments"),
                        row.getField("condition"),
                        row.getField("applies_when")));
            }
        });
        return new FocusRules(rules, FEATURES, header, pairs());
    }

    /** Returns the columns that apply to this suite, in the order of the model. */
    List<FocusColumn> columns() {
        List<FocusColumn> columns = new ArrayList<>();
        read("columns.csv", row -> {
            FocusColumn column = FocusColumn.of(row);
            if (isOfDataset(row) && FEATURES.containsAll(column.appliesWhen())) {
                columns.add(column);
            }
        });
        return columns;
    }

    private Set<String> pairs() {
        Set<String> pairs = new HashSet<>();
        read("service-categories.csv", row -> {
            if (row.getField("version").equals(version.code())) {
                pairs.add(row.getField("category") + "|" + row.getField("subcategory"));
            }
        });
        return pairs;
    }

    private boolean isOfDataset(NamedCsvRecord row) {
        return row.getField("version").equals(version.code())
                && row.getField("dataset").equals(dataset.code());
    }

    private static void read(String name, Consumer<NamedCsvRecord> row) {
        try (InputStream resource = FocusModel.class.getResourceAsStream("/focus/" + name)) {
            if (resource == null) {
                throw new IllegalStateException("Expected the resource focus/" + name + " in the program, found none");
            }
            CsvReader.builder()
                    .ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))
                    .forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
