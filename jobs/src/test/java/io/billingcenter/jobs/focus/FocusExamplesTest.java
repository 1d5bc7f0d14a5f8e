package io.billingcenter.jobs.focus;

import static org.assertj.core.api.Assertions.assertThat;

import io.billingcenter.jobs.focus.FocusTables.Line;
import io.billingcenter.jobs.focus.FocusTables.Paid;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The charges that were worked out by hand come out of an export of the tables that cause them.
 *
 * <p>Of the ten, one cannot arise: prices are final, so that there is no tax. The purchase of a card is on no invoice here.
 * Names of charges and lines are this program's own, and instants of documents begin their days, since only days are stored.
 */
class FocusExamplesTest {

    private static final Path EXAMPLES = Path.of("../writers/src/test/resources/focus");
    private static final String TAX = "c7";
    private static final String CARD_BOUGHT = "c4";
    private static final String BASE = "2026-10-15/acct-42/CNY/ws-alpha/";
    private static final String CORRECTED = "2026-09-21/acct-42/CNY/ws-alpha/log.r14";

    /** The names of the examples, and those of the export. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("c1", BASE + "log.r14"),
            Map.entry("c2", "INV-2026-10-000017/17-1/rounding"),
            Map.entry("c3", BASE + "log.r14/voucher/v-7"),
            Map.entry(CARD_BOUGHT, "2026-10-15/acct-42/CNY/card-3/bought"),
            Map.entry("c5", BASE + "rum_pv.r14"),
            Map.entry("c6", BASE + "trace.r3"),
            Map.entry("c8", BASE + "series.r7/aliyun"),
            Map.entry("c9", CORRECTED + "/2026-10/taken-back"),
            Map.entry("c10", CORRECTED + "/2026-10/restated"),
            Map.entry("s1", CORRECTED),
            Map.entry("17-3", "17-2"),
            Map.entry("17-4", "17-3"),
            Map.entry("17-5", "17-4"),
            Map.entry("2026-11-03T02:00:00Z", "2026-11-02T16:00:00Z"),
            Map.entry("2026-12-03T02:00:00Z", "2026-12-02T16:00:00Z"));

    @TempDir
    private Path out;

    private FocusTables tables;

    @BeforeEach
    void fill() throws IOException {
        tables = new FocusTables();
        tables.account("acct-42", "上海示例科技", "CNY");
        tables.workspace("ws-alpha", "Alpha", "cn1");
        tables.month("2026-10", "2026-11-03");
        Line log = Line.usage("acct-42", "ws-alpha", "log", 14, "2026-10-15");
        Line views = Line.usage("acct-42", "ws-alpha", "rum_pv", 14, "2026-10-15");
        Line traces = Line.usage("acct-42", "ws-alpha", "trace", 3, "2026-10-15");
        Line series =
                Line.usage("acct-42", "ws-alpha", "series", 7, "2026-10-15").settledBy("aliyun");
        Line september = Line.usage("acct-42", "ws-alpha", "log", 14, "2026-09-21");
        tables.posting(log, "2026-10-15", "usage", 1, "2345678", "1.1", "2.58");
        tables.payment(log, "2026-10-15", "voucher", "v-7", "0.58");
        tables.payment(log, "2026-10-15", "cash", "", "2.00");
        tables.posting(views, "2026-10-15", "usage", 1, "50000", "0.7", "3.50");
        tables.payment(views, "2026-10-15", "prepaid_card", "card-3", "3.50");
        tables.posting(traces, "2026-10-15", "usage", 1, "1000000", "0", "0.00");
        tables.posting(series, "2026-10-15", "usage", 1, "3000", "3", "9.00");
        tables.payment(series, "2026-10-15", "vendor", "1234", "9.00");
        tables.posting(september, "2026-09-21", "usage", 1, "1000000", "1.1", "1.10");
        tables.posting(september, "2026-10-15", "adjustment", 2, "500000", "1.1", "0.55");
        tables.payment(september, "2026-10-15", "cash", "", "0.55");
        tables.rating(
                "ws-alpha",
                "2026-10-15",
                1,
                List.of(),
                List.of(
                        FocusTables.charge("log", 14, "2345678", "1.2", "1.1", "CNY"),
                        FocusTables.charge("rum_pv", 14, "50000", "0.7", "0.7", "CNY"),
                        FocusTables.charge("trace", 3, "1000000", "1", "0", "CNY"),
                        FocusTables.charge("series", 7, "3000", "3", "3", "CNY")));
        for (int rating = 1; rating <= 2; rating++) {
            String quantity = rating == 1 ? "1000000" : "1500000";
            tables.rating(
                    "ws-alpha",
                    "2026-09-21",
                    rating,
                    List.of(),
                    List.of(FocusTables.charge("log", 14, quantity, "1.2", "1.1", "CNY")));
        }
        tables.card("card-3", "acct-42", "CNY", "1000.00", "2026-10-15", "2027-10-15");
        tables.invoice(
                "INV-2026-10-000017",
                "2026-10",
                "acct-42",
                "CNY",
                new BigDecimal("15.63"),
                new Paid(new BigDecimal("0.58"), new BigDecimal("3.50"), new BigDecimal("9.00")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.4"})
    void costAndUsage(String version) throws IOException {
        String file = "cost-and-usage-" + version + ".csv";
        Path example = EXAMPLES.resolve("example-" + file);
        List<Map<String, String>> expected = new ArrayList<>();
        for (Map<String, String> row : FocusExport.rows(example)) {
            if (!TAX.equals(row.get("x_ChargeId"))) {
                Map<String, String> renamed = new HashMap<>(row);
                if (CARD_BOUGHT.equals(row.get("x_ChargeId"))) {
                    renamed.keySet().removeAll(List.of("InvoiceId", "InvoiceDetailId"));
                }
                renamed.replaceAll((column, cell) -> NAMES.getOrDefault(cell, cell));
                expected.add(renamed);
            }
        }

        FocusExport export = FocusExport.of(tables.jdbc(), out, header(example, "1.2", "1.4"));

        assertThat(export.rows(file)).hasSize(9).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(Files.readAllLines(export.folder().resolve(file)).get(0))
                .isEqualTo(Files.readAllLines(example).get(0));
    }

    /** The columns of both versions, so that one export has those of either. */
    private static List<String> header(Path example, String version, String other) throws IOException {
        List<String> columns = new ArrayList<>();
        for (String of : List.of(version, other)) {
            Path file = example.resolveSibling("example-cost-and-usage-" + of + ".csv");
            columns.addAll(List.of(Files.readAllLines(file).get(0).split(",", -1)));
        }
        return columns;
    }

    @Test
    void invoiceDetail() {
        List<Map<String, String>> expected = new ArrayList<>();
        for (Map<String, String> row : FocusExport.rows(EXAMPLES.resolve("example-invoice-detail-1.4.csv"))) {
            boolean isOfThisProgram = row.get("InvoiceId").equals("INV-2026-10-000017")
                    && !row.get("ChargeCategory").equals("Tax");
            if (isOfThisProgram) {
                Map<String, String> renamed = new HashMap<>(row);
                renamed.replaceAll((column, cell) -> NAMES.getOrDefault(cell, cell));
                expected.add(renamed);
            }
        }

        FocusExport export = FocusExport.of(tables.jdbc(), out, List.of());

        assertThat(export.rows("invoice-detail-1.4.csv")).hasSize(4).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void billingPeriod() {
        List<Map<String, String>> expected =
                FocusExport.rows(EXAMPLES.resolve("example-billing-period-1.4.csv")).stream()
                        .map(row -> {
                            Map<String, String> renamed = new HashMap<>(row);
                            renamed.replaceAll((column, cell) -> NAMES.getOrDefault(cell, cell));
                            return renamed;
                        })
                        .toList();

        assertThat(FocusExport.of(tables.jdbc(), out, List.of()).rows("billing-period-1.4.csv"))
                .isEqualTo(expected);
    }

    @Test
    void theMetadataNamesFilesAndColumnsAndNoClock() throws IOException {
        FocusExport export = FocusExport.of(tables.jdbc(), out, List.of());

        String metadata = Files.readString(export.folder().resolve("metadata.json"));
        assertThat(metadata)
                .contains(
                        "\"FocusVersion\" : \"1.2\"",
                        "\"FocusVersion\" : \"1.4\"",
                        "\"File\" : \"invoice-detail-1.4.csv\"",
                        "\"CreationDate\" : \"2026-11-02T16:00:00Z\"",
                        "\"ColumnName\" : \"BilledCost\"");
        FocusExport again = FocusExport.of(tables.jdbc(), out, List.of());
        assertThat(again.folder()).isEqualTo(export.folder());
    }
}
