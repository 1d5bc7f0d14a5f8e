package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.invoicing.InvoiceProfile;
import io.billingcenter.domain.invoicing.LineDetail;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.time.DayRange;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A draft is replaced as a whole, and has no number, no manifest and no marker. */
class DraftInvoicesTest {

    private static final BillingMonth MONTH = BillingMonth.parse("2026-11");

    @TempDir
    private Path out;

    @Test
    void aDraftHasTheFilesOfAMonthWithoutNumbers() throws IOException {
        InvoiceLine usage = new InvoiceLine(
                new WorkspaceId("w1"),
                new MeterTier(Meter.TRACE, 14),
                PostingKind.USAGE,
                new BigDecimal("1500000.50"),
                TestRows.yuan("-1.80"));
        InvoiceLine fee = new InvoiceLine(null, null, PostingKind.PACKAGE, BigDecimal.ONE, TestRows.yuan("42000.00"));
        Path folder = write(InvoiceLayout.VERSION_1, List.of(invoice("ba_1", "41998.20", usage, fee)));
        assertThat(folder).isEqualTo(out.resolve("2026-11/draft"));
        assertThat(Files.readString(folder.resolve("invoices.csv")))
                .isEqualTo(
                        "billing_month,account_id,invoice_number,currency,total,voucher,prepaid_card,cash,cloud,owed,"
                                + "fapiao_amount,state\r\n"
                                + "2026-11,ba_1,,CNY,41998.20,0.00,0.00,0.00,0.00,41998.20,0.00,draft\r\n");
        assertThat(Files.readString(folder.resolve("invoice-lines.csv")))
                .isEqualTo(
                        "billing_month,account_id,invoice_number,workspace_id,meter,retention_days,kind,quantity,unit,"
                                + "amount,currency\r\n"
                                + "2026-11,ba_1,,w1,trace,14,usage,1500000.5,1000000,-1.80,CNY\r\n"
                                + "2026-11,ba_1,,,,,package,1,1,42000.00,CNY\r\n");
        assertThat(folder).isDirectoryNotContaining("glob:**/{manifest.json,.done}");
    }

    @Test
    void theSecondLayoutHasNamesAndPartsOfLinesAndNoDates() throws IOException {
        InvoiceLine usage = InvoiceLine.of(
                new WorkspaceId("w1"),
                new MeterTier(Meter.TRACE, 14),
                PostingKind.USAGE,
                List.of(
                        new LineDetail(null, new BigDecimal("1.1000000"), BigDecimal.TEN, TestRows.yuan("1.00")),
                        new LineDetail(null, new BigDecimal("1.2000000"), BigDecimal.ONE, TestRows.yuan("0.50"))));
        InvoiceLine adjustment = InvoiceLine.of(
                new WorkspaceId("w1"),
                MeterTier.flat(Meter.SMS),
                PostingKind.ADJUSTMENT,
                List.of(new LineDetail(
                        BillingDay.parse("2026-10-30"), BigDecimal.ONE, BigDecimal.TEN, TestRows.yuan("-0.25"))));
        Path folder = write(InvoiceLayout.VERSION_2, List.of(invoice("ba_1", "1.25", usage, adjustment)));
        assertThat(Files.readString(folder.resolve("invoices.csv")))
                .endsWith(
                        "fapiao_amount,state,document,refers_to,account_name,period_from,period_to,invoice_date,due_date,"
                                + "seller,buyer_title,buyer_tax_id\r\n"
                                + "2026-11,ba_1,,CNY,1.25,0.00,0.00,0.00,0.00,1.25,0.00,draft,invoice,,One,2026-11-01,2026-11-30,"
                                + ",,Us,\"A, Ltd\",T1\r\n");
        assertThat(Files.readString(folder.resolve("invoice-lines.csv")))
                .endsWith("amount,currency,account_name,workspace_name,billing_day,unit_price\r\n"
                        + "2026-11,ba_1,,w1,trace,14,usage,10,1000000,1.00,CNY,One,Shop,,1.1\r\n"
                        + "2026-11,ba_1,,w1,trace,14,usage,1,1000000,0.50,CNY,One,Shop,,1.2\r\n"
                        + "2026-11,ba_1,,w1,sms,,adjustment,10,10,-0.25,CNY,One,Shop,2026-10-30,1\r\n");
    }

    @Test
    void aLaterDraftReplacesAnEarlierOneAndTheRemainsOfACrash() throws IOException {
        Path folder = write(InvoiceLayout.VERSION_1, List.of(invoice("ba_1", "1.00")));
        Files.writeString(folder.resolve("old.csv"), "x");
        Files.createDirectories(out.resolve("2026-11/.draft.part/rest"));
        write(InvoiceLayout.VERSION_2, List.of());
        assertThat(folder).isDirectoryNotContaining("glob:**/old.csv");
        assertThat(Files.readAllLines(folder.resolve("invoices.csv")))
                .as("the header")
                .hasSize(1);
        assertThat(out.resolve("2026-11")).isDirectoryNotContaining("glob:**/.draft.part");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(out.resolve("2026-11"), "a file in the way");
        assertThatThrownBy(() -> write(InvoiceLayout.VERSION_1, List.of()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContainingAll(
                        "the draft of 2026-11", out.resolve("2026-11/draft").toString(), "then repeat");
    }

    private Path write(InvoiceLayout layout, List<Invoice> invoices) {
        BillingAccountId account = new BillingAccountId("ba_1");
        InvoiceParties parties = new InvoiceParties(
                Map.of(account, "One"),
                Map.of(new WorkspaceId("w1"), "Shop"),
                Map.of(
                        account,
                        List.of(new InvoiceProfile(
                                account,
                                new Buyer("A, Ltd", "T1", "", "", "", "", "", "", "", "", ""),
                                new DayRange(BillingDay.parse("2026-11-30"), BillingDay.parse("2026-12-01"))))),
                Map.of(Currency.getInstance("CNY"), new Seller("Us", "", "", "")),
                30);
        return new DraftInvoices(out).write(MONTH, invoices, layout, parties);
    }

    private static Invoice invoice(String account, String total, InvoiceLine... lines) {
        Money zero = TestRows.yuan("0.00");
        Money owed = TestRows.yuan(total);
        List<InvoiceLine> given = lines.length > 0
                ? List.of(lines)
                : List.of(new InvoiceLine(
                        new WorkspaceId("w1"), MeterTier.flat(Meter.SMS), PostingKind.USAGE, BigDecimal.TEN, owed));
        return new Invoice(
                MONTH,
                new BillingAccountId(account),
                owed.currency(),
                given,
                new InvoicePayment(new PaymentParts(zero, zero, zero, zero, owed), zero));
    }
}
