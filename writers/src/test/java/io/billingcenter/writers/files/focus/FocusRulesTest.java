package io.billingcenter.writers.files.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.domain.focus.CostAndUsageColumn;
import io.billingcenter.domain.focus.FocusDataset;
import io.billingcenter.domain.focus.FocusVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules pass worked examples and find the faults that are put into them. */
class FocusRulesTest {

    @ParameterizedTest
    @MethodSource("io.billingcenter.writers.files.focus.FocusExample#all")
    void aWorkedExampleKeepsEveryRule(FocusExample example) {
        assertThat(example.violations()).isEmpty();
    }

    @Test
    void faultsInTheExamplesAreFound() {
        List<String> missed = new ArrayList<>();
        int faults = 0;
        for (FocusExample example : FocusExample.all().toList()) {
            for (String column : example.focusColumns()) {
                List<Fault> seeded = faults(example, column);
                faults += seeded.size();
                seeded.stream()
                        .filter(fault -> fault.example().violations().isEmpty())
                        .map(fault -> example + " " + column + " " + fault.kind())
                        .forEach(missed::add);
            }
        }

        assertThat(faults).isEqualTo(291);
        // The models let these be null where they were removed; the writer compares invoices with their charges itself.
        assertThat(missed)
                .containsExactly(
                        "cost-and-usage-1.2 ChargeClass removed",
                        "cost-and-usage-1.2 InvoiceId removed",
                        "cost-and-usage-1.2 SkuPriceDetails removed",
                        "cost-and-usage-1.4 ChargeClass removed",
                        "cost-and-usage-1.4 HostProviderName removed",
                        "cost-and-usage-1.4 InvoiceDetailId removed",
                        "cost-and-usage-1.4 InvoiceId removed",
                        "cost-and-usage-1.4 SkuPriceDetails removed",
                        "invoice-detail-1.4 InvoiceDetailGrain removed",
                        "invoice-detail-1.4 InvoiceIssueDate removed",
                        "invoice-detail-1.4 PaymentDueDate removed");
    }

    private record Fault(String kind, FocusExample example) {}

    /** The column dropped, and its first value removed and spoilt. */
    private static List<Fault> faults(FocusExample example, String column) {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault("dropped", example.without(column)));
        for (int row = 0; row < example.rows().size(); row++) {
            String cell = example.cell(row, column);
            if (cell != null) {
                faults.add(new Fault("removed", example.with(row, column, null)));
                faults.add(new Fault("spoilt", example.with(row, column, cell + "\u0007")));
                break;
            }
        }
        return faults;
    }

    @ParameterizedTest
    @EnumSource(FocusVersion.class)
    void theColumnsAreThoseOfTheModelThatApply(FocusVersion version) {
        List<String> expected = new FocusModel(version, FocusDataset.COST_AND_USAGE)
                .columns().stream().map(FocusColumn::name).sorted().toList();

        assertThat(CostAndUsageColumn.of(version).stream()
                        .map(CostAndUsageColumn::header)
                        .filter(name -> !name.startsWith(FocusExample.OWN_COLUMN)))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theColumnsOfTheOtherDatasetsAreThoseOfTheModelThatApply() {
        assertThat(new FocusModel(FocusVersion.V1_4, FocusDataset.INVOICE_DETAIL)
                        .columns().stream().map(FocusColumn::name).sorted().toList())
                .isEqualTo(InvoiceDetailCells.HEADER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "A = 'x'; true",
                "A <> 'x'; false",
                "B = 'x'; false",
                "B <> 'x'; true",
                "B is null; true",
                "A is not null; true",
                "C is null; true",
                "A <> B; true",
                "A = B or A is not null; true",
                "A = 'x' and B is not null or D = 'x'; true",
                "A = 'x' and (B is not null or D = 'y'); false",
                "(A = 'x' or B = 'x') and D <> 'x'; false"
            })
    void conditionsAreLikeThoseOfSqlButForNull(String condition, boolean expected) {
        // B has no value, C is no column.
        @Nullable String[] cells = {"x", null, "x"};

        assertThat(RuleCondition.parse(condition, List.of("A", "B", "D")).holds(cells))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "format,numeric,-12.50,true",
                "format,numeric,1E+3,false",
                "format,numeric,.5,false",
                "format,numeric,5.,false",
                "format,numeric,+5,false",
                "format,numeric,-,true",
                "type,datetime,2026-02-28T16:00:00Z,true",
                "type,datetime,2026-02-29T16:00:00Z,false",
                "type,datetime,2026-02-28T24:00:00Z,false",
                "type,datetime,2026-02-28,false",
                "format,currency,CNY,true",
                "format,currency,RMB,false",
                "format,unit,1000000 Logs,true",
                "format,unit,Page Views,false",
                "format,unit,logs,false",
                "format,unit,B,true",
                "at_least,0,-0.01,false",
                "equals,0,0.00,true",
                "equals,Correction,Corrected,false",
                "differs,Usage-Based,Usage-Based,false",
                "one_of,Open|Closed,Closed,true",
                "one_of,Open|Closed,closed,false",
                "null,,x,false",
                "not_null,,-,false",
            })
    void aCheckLooksAtACell(String check, @Nullable String argument, @Nullable String cell, boolean passes) {
        FocusRule rule = FocusRule.of("R", "A", "error", check, argument == null ? "" : argument, "", "");
        List<RuleViolation> found = new ArrayList<>();

        new FocusRules(List.of(rule), Set.of(), List.of("A"), Set.of())
                .check(new @Nullable String[] {cell}, found::add);

        assertThat(found.isEmpty()).isEqualTo(passes);
    }

    /** The second field tells whether the text is a key-value, the last one whether it is a JSON value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '!',
            value = {
                "{}; true; true",
                "{\"a\":1,\"b\":\"x\\u00e9\",\"c\":true,\"d\":null}; true; true",
                "{\"a\":1.5e-3}; true; true",
                "! {\"a\" : 1}\n!; true; true",
                "{\"a\":{}}; false; true",
                "{\"a\":[1]}; false; true",
                "{\"a\":1,\"b\":{\"a\":1}}; false; true",
                "[1]; false; true",
                "[1,{\"a\":[]}]; false; true",
                "\"a\"; false; true",
                "-0.5; false; true",
                "null; false; true",
                "{\"a\":1,\"a\":2}; false; false",
                "{\"a\":1,\"\\u0061\":2}; false; false",
                "[{\"a\":1,\"a\":2}]; false; false",
                "{\"a\":01}; false; false",
                "{\"a\":1.}; false; false",
                "{\"a\":NaN}; false; false",
                "{\"a\":1}x; false; false",
                "{\"a\":1}{}; false; false",
                "[1] 2; false; false",
                "{a:1}; false; false",
                "{'a':1}; false; false",
                "{\"a\":\"\\x\"}; false; false",
                "{\"a\":\"\t\"}; false; false",
                "{\"a\":1,}; false; false",
                "{\"a\":1; false; false",
                "{\"a\":; false; false",
                "{\"a\"; false; false",
                "/**/{}; false; false",
                "! !; false; false"
            })
    void keyValuesAreFlatObjects(String text, boolean isKeyValue, boolean isJson) {
        assertThat(passes("key_value", text)).isEqualTo(isKeyValue);
        assertThat(passes("json", text)).isEqualTo(isJson);
    }

    private static boolean passes(String format, String text) {
        FocusRule rule = FocusRule.of("R", "A", "error", "format", format, "", "");
        List<RuleViolation> found = new ArrayList<>();
        new FocusRules(List.of(rule), Set.of(), List.of("A"), Set.of())
                .check(new @Nullable String[] {text}, found::add);
        return found.isEmpty();
    }

    @Test
    void aSpoiltCellIsFoundAgainInEveryRow() {
        FocusRule rule = FocusRule.of("R", "A", "error", "format", "numeric", "", "");
        List<RuleViolation> found = new ArrayList<>();
        FocusRules rules = new FocusRules(List.of(rule), Set.of(), List.of("A"), Set.of());
        for (String cell : List.of("1", "1", "x", "x", "1")) {
            rules.check(new @Nullable String[] {cell}, found::add);
        }

        assertThat(found).extracting(RuleViolation::row).containsExactly(3L, 4L);
        assertThat(found.get(0).text()).isEqualTo("rule R, row 3, column A: expected a plain decimal, found 'x'");
    }
}
