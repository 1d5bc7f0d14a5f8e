package io.billingcenter.writers.files.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.invoicing.InvoicePayment;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Path folder = new DraftInvoices(out).write(MONTH, List.of(invoice("ba_1", "41998.20", usage, fee)));
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
    void aLaterDraftReplacesAnEarlierOneAndTheRemainsOfACrash() throws IOException {
        DraftInvoices drafts = new DraftInvoices(out);
        Path folder = drafts.write(MONTH, List.of(invoice("ba_1", "1.00")));
        Files.writeString(folder.resolve("old.csv"), "x");
        Files.createDirectories(out.resolve("2026-11/.draft.part/rest"));
        drafts.write(MONTH, List.of());
        assertThat(folder).isDirectoryNotContaining("glob:**/old.csv");
        assertThat(Files.readAllLines(folder.resolve("invoices.csv")))
                .as("the header")
                .hasSize(1);
        assertThat(out.resolve("2026-11")).isDirectoryNotContaining("glob:**/.draft.part");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(out.resolve("2026-11"), "a file in the way");
        assertThatThrownBy(() -> new DraftInvoices(out).write(MONTH, List.of()))
                .isInstanceOf(DeliveryException.class)
                .hasMessageContainingAll(
                        "the draft of 2026-11", out.resolve("2026-11/draft").toString(), "then repeat");
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
