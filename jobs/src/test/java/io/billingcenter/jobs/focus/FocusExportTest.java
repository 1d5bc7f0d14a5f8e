package io.billingcenter.jobs.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.jobs.focus.FocusTables.Line;
import io.billingcenter.jobs.focus.FocusTables.Paid;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charges of random months add up to their invoices, whatever the size of a page; a month that does not is refused. */
class FocusExportTest {

    private static final List<String> BOTH = List.of("cost-and-usage-1.2.csv", "cost-and-usage-1.4.csv");
    private static final String BILLED = "BilledCost";

    @TempDir
    private Path out;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void chargesAddUpToInvoicesPerLineAndPerCurrency(long seed) throws IOException {
        RandomMonth month = new RandomMonth(seed);
        FocusExport export = FocusExport.of(month.tables().jdbc(), out, List.of());

        for (String file : BOTH) {
            List<Map<String, String>> rows = export.rows(file);
            assertThat(sums(rows, BILLED, "InvoiceId")).isEqualTo(month.payable());
            assertThat(sums(rows, "EffectiveCost", "BillingCurrency")).isEqualTo(month.effective());
            assertThat(sums(rows, "ConsumedQuantity", "SubAccountId", "SkuPriceId", "x_BillingDay"))
                    .isEqualTo(month.quantities());
            Set<String> ids = new HashSet<>();
            assertThat(rows).allMatch(row -> ids.add(row.get("x_ChargeId")));
        }
        List<Map<String, String>> details = export.rows("invoice-detail-1.4.csv");
        assertThat(sums(details, BILLED, "InvoiceId", "InvoiceDetailId"))
                .isEqualTo(sums(export.rows(BOTH.get(1)), BILLED, "InvoiceId", "InvoiceDetailId"));
        assertThat(details).hasSizeGreaterThan(20);
    }

    /** Adds up a column of the rows that have a value in the key columns. */
    private static Map<String, String> sums(List<Map<String, String>> rows, String column, String... keys) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Map<String, String> row : rows) {
            if (row.containsKey(column) && row.keySet().containsAll(List.of(keys))) {
                StringBuilder key = new StringBuilder();
                for (String part : keys) {
                    key.append(row.get(part)).append(' ');
                }
                sums.merge(key.toString().trim(), new BigDecimal(row.get(column)), BigDecimal::add);
            }
        }
        return RandomMonth.texts(sums);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 60})
    void pagesOfAnySizeGiveTheSameBytes(int pagePostings) throws IOException {
        RandomMonth month = new RandomMonth(11);
        FocusExport whole = FocusExport.of(month.tables().jdbc(), out.resolve("whole"), List.of());
        FocusExport paged = FocusExport.inPages(month.tables().jdbc(), out.resolve("paged"), pagePostings);

        for (String file : List.of(BOTH.get(0), BOTH.get(1), "invoice-detail-1.4.csv", "metadata.json")) {
            assertThat(paged.folder().resolve(file))
                    .hasSameBinaryContentAs(whole.folder().resolve(file));
        }
    }

    @Test
    void theLineOnWhichACardRunsOutIsSplit() throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        Line line = Line.usage("acct", "ws", "log", 14, "2026-10-15");
        tables.payment(line, "2026-10-15", "prepaid_card", "card-1", "1.00");
        tables.payment(line, "2026-10-15", "cash", "", "2.00");
        invoice(tables, "3.00", "0", "1.00");

        assertThat(FocusExport.of(tables.jdbc(), out, List.of()).rows(BOTH.get(1)).stream()
                        .map(row -> row.get("PricingQuantity") + " " + row.get(BILLED) + " " + row.get("EffectiveCost")
                                + " " + row.get("ContractedCost") + " " + row.get("x_PrepaidCardId")))
                .containsExactly("0.333333333333 0 1 0.999999999999 card-1", "0.666666666667 2 2 2.000000000001 null");
    }

    @Test
    void whatAPackageCoveredIsShownAtTheListPrice() throws IOException {
        FocusTables tables = base();
        Line line = Line.usage("acct", "ws", "log", 14, "2026-10-15");
        tables.posting(line, "2026-10-15", "usage", 1, "500000", "1.2", "0.60");
        // 500,000 at 14 days and 250,000 at 30 days, which count twice, are 1,000,000 of which 500,000 are left.
        tables.rating(
                "ws",
                "2026-10-15",
                1,
                List.of(FocusTables.usage("log", 14, "500000"), FocusTables.usage("log", 30, "250000")),
                List.of(FocusTables.charge("log", 14, "500000", "1.5", "1.2", "CNY")));
        invoice(tables, "0.60", "0", "0");

        assertThat(FocusExport.of(tables.jdbc(), out, List.of()).rows(BOTH.get(0)).stream()
                        .map(row -> row.get("ConsumedQuantity") + " " + row.get("ListCost") + " "
                                + row.get("ContractedCost") + " " + row.get(BILLED)))
                .containsExactly("500000 0.75 0.6 0.6", "500000 0.75 0 0");
    }

    @Test
    void aCardThatClearsArrearsBeforeTheInvoicePaysTheLine() throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        Line line = Line.usage("acct", "ws", "log", 14, "2026-10-15");
        long inTime =
                tables.entry("clear:1", "acct", "CNY", "clear", "card-1", new BigDecimal("-2.00"), "2026-10-20", 5);
        long late = tables.entry("clear:2", "acct", "CNY", "clear", "card-1", new BigDecimal("-1.00"), "2026-11-01", 5);
        tables.payment(
                line, "2026-10-15", "prepaid_card", "card-1", new BigDecimal("0.00"), new BigDecimal("2.00"), inTime);
        tables.payment(
                line, "2026-10-15", "prepaid_card", "card-1", new BigDecimal("0.00"), new BigDecimal("1.00"), late);
        invoice(tables, "3.00", "0", "2.00");

        assertThat(sums(FocusExport.of(tables.jdbc(), out, List.of()).rows(BOTH.get(0)), BILLED, "InvoiceId"))
                .isEqualTo(Map.of("INV-2026-000001", "1"));
    }

    @Test
    void aCreditNoteGivesBackWhatItsPostingsSay() throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        Line credited = Line.usage("acct", "ws", "log", 14, "2026-09-02");
        tables.posting(credited, "2026-10-16", "credit", 4, "0", "3", "-1.50");
        tables.payment(credited, "2026-10-16", "voucher", "v-1", "-0.50");
        invoice(tables, "3.00", "0", "0");
        tables.document(
                "CN-2026-000004",
                "2026-10",
                "acct",
                "CNY",
                new BigDecimal("-1.50"),
                new Paid(new BigDecimal("-0.50"), BigDecimal.ZERO, BigDecimal.ZERO),
                4,
                "INV-2026-000000");

        FocusExport export = FocusExport.of(tables.jdbc(), out, List.of());

        assertThat(export.rows(BOTH.get(1)).get(1))
                .containsEntry("InvoiceId", "CN-2026-000004")
                .containsEntry("InvoiceDetailId", "CN-2026-000004-1")
                .containsEntry("ChargeCategory", "Credit")
                .containsEntry("ChargeClass", "Correction")
                .containsEntry("ChargePeriodStart", "2026-09-01T16:00:00Z")
                .containsEntry(BILLED, "-1");
        assertThat(export.rows("invoice-detail-1.4.csv").get(1))
                .containsEntry("ReferenceInvoiceId", "INV-2026-000000")
                .containsEntry(BILLED, "-1");
    }

    /** Payments are in the order of the ledger: 1.00 by voucher and 2.00 by cash; -0.60 and -0.40 to the voucher, -0.50 to cash. */
    @Test
    void twoCreditsOnTheDayOfALineHaveTheirOwnPayments() throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        Line line = Line.usage("acct", "ws", "log", 14, "2026-10-15");
        tables.posting(line, "2026-10-15", "credit", 4, "0", "3", "-0.60");
        tables.posting(line, "2026-10-15", "credit", 5, "0", "3", "-0.90");
        tables.payment(line, "2026-10-15", "voucher", "v-1", "1.00");
        tables.payment(line, "2026-10-15", "cash", "", "2.00");
        tables.payment(line, "2026-10-15", "voucher", "v-1", "-0.60");
        tables.payment(line, "2026-10-15", "voucher", "v-1", "-0.40");
        tables.payment(line, "2026-10-15", "cash", "", "-0.50");
        invoice(tables, "3.00", "1.00", "0");
        credit(tables, 4, "-0.60", "-0.60");
        credit(tables, 5, "-0.90", "-0.40");

        assertThat(sums(FocusExport.of(tables.jdbc(), out, List.of()).rows(BOTH.get(1)), BILLED, "InvoiceId"))
                .isEqualTo(Map.of("INV-2026-000001", "2", "CN-2026-000005", "-0.5"));
    }

    private static void credit(FocusTables tables, int number, String total, String voucher) {
        Paid paid = new Paid(new BigDecimal(voucher), BigDecimal.ZERO, BigDecimal.ZERO);
        String name = "CN-2026-00000" + number;
        tables.document(name, "2026-10", "acct", "CNY", new BigDecimal(total), paid, number, "INV-2026-000001");
    }

    @Test
    void feesArePurchases() throws IOException {
        FocusTables tables = base();
        tables.jdbc()
                .update("INSERT INTO package (package_id, account_id, package, from_day, workspaces)"
                        + " VALUES ('pk-1', 'acct', 'starter', DATE '2026-10-15', 'ws')");
        tables.posting(fee("", "", "pk-1"), "2026-10-15", "package", 1, "1", "42000", "42000.00");
        tables.posting(fee("", "log", "pack-1"), "2026-10-15", "pack", 1, "2000000", "1.2", "2.40");
        tables.posting(fee("ws", "datakit", "ws|2026"), "2026-10-15", "subscription", 1, "10", "5", "50.00");
        invoice(tables, "42052.40", "0", "0");

        assertThat(FocusExport.of(tables.jdbc(), out, List.of()).rows(BOTH.get(1)).stream()
                        .map(row -> row.get("SkuPriceId") + " " + row.get("ChargeFrequency") + " "
                                + row.get("ChargePeriodEnd") + " " + row.get("ListCost") + " " + row.get(BILLED) + " "
                                + row.get("ConsumedQuantity")))
                .containsExactly(
                        "package.starter One-Time 2027-10-14T16:00:00Z 42000 42000 null",
                        "traffic_pack.log Recurring 2026-10-15T16:00:00Z 3 2.4 null",
                        "subscription.datakit Recurring 2027-10-14T16:00:00Z 50 50 null");
    }

    private static Line fee(String workspace, String meter, String agreement) {
        return new Line("acct", "CNY", "wallet", workspace, meter, 0, agreement, "2026-10-15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "UPDATE invoice SET total = total + 0.01; to bill 3.01 CNY, what it asks for after vouchers",
                "DELETE FROM invoice; Expected an invoice of 2026-10 for account acct",
                "UPDATE posting SET unit_price = -3, quantity = -1000000; rule ListUnitPrice-C-008-M, row 1, column ListUnitPrice",
                "UPDATE invoice_header SET account_name = 'A' || CHAR(7); BillingAccountName-C-001-M, row 1, column BillingAccountName",
                "UPDATE month_close SET invoice_date = NULL; Expected the date of the invoices of 2026-10",
                "INSERT INTO unspread_bill VALUES ('acct', 'CNY', 'wallet', DATE '2026-10-15'); older program settled",
                "INSERT INTO purged_day VALUES ('ws', DATE '2026-10-15', 1, 0, 0, '', 0, 0, 0, TRUE); were purged"
            })
    void whatDoesNotHoldIsRefusedAndNothingIsPublished(String fault, String message) throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        invoice(tables, "3.00", "0", "0");
        tables.jdbc().update(fault);

        assertThatThrownBy(() -> FocusExport.of(tables.jdbc(), out, List.of()))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining(message);
        assertThat(out.resolve("2026-10/focus/r1")).doesNotExist();
    }

    @Test
    void aColumnThatFocusWantsCannotBeLeftOut() throws IOException {
        FocusTables tables = oneLine("1000000", "3", "3.00");
        invoice(tables, "3.00", "0", "0");

        assertThatThrownBy(() -> FocusExport.of(tables.jdbc(), out, List.of("BilledCost")))
                .isInstanceOf(SetRefusedException.class)
                .hasMessageContaining("billing.focus.columns");
        assertThat(Files.exists(out.resolve("2026-10/focus/r1"))).isFalse();
    }

    private static FocusTables base() throws IOException {
        FocusTables tables = new FocusTables();
        tables.account("acct", "Account", "CNY");
        tables.workspace("ws", "Workspace", "cn1");
        tables.month("2026-10", "2026-11-03");
        return tables;
    }

    private static FocusTables oneLine(String quantity, String price, String amount) throws IOException {
        FocusTables tables = base();
        Line line = Line.usage("acct", "ws", "log", 14, "2026-10-15");
        tables.posting(line, "2026-10-15", "usage", 1, quantity, price, amount);
        return tables;
    }

    private static void invoice(FocusTables tables, String total, String voucher, String card) {
        tables.invoice(
                "INV-2026-000001",
                "2026-10",
                "acct",
                "CNY",
                new BigDecimal(total),
                new Paid(new BigDecimal(voucher), new BigDecimal(card), BigDecimal.ZERO));
    }
}
