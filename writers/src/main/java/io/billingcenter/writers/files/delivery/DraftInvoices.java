package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the invoices of a month as they would be if the month were closed now, without numbers, into the folder
 * {@code draft} of the month. An earlier draft is replaced. A draft is not a delivery: it has no manifest and is not
 * recorded.
 */
public final class DraftInvoices {

    private static final String DRAFT = "draft";
    private static final String STATE = "draft";

    private final DeliveryDisk disk = new DeliveryDisk();
    private final Path out;

    /** Creates a writer of drafts below the folder of all delivered files. */
    public DraftInvoices(Path out) {
        this.out = out;
    }

    /**
     * Writes the files of a month.
     *
     * @return the folder
     * @throws DeliveryException if they cannot be written
     */
    public Path write(BillingMonth month, List<Invoice> invoices) {
        Path folder = out.resolve(month.toString()).resolve(DRAFT);
        try {
            Path part = folder.resolveSibling('.' + DRAFT + ".part");
            disk.deleteFolder(part);
            disk.createFolder(part);
            try (CsvFile file = begin(DeliveredFile.INVOICES, part)) {
                for (Invoice invoice : invoices) {
                    file.row(row(invoice));
                }
                file.finish();
            }
            try (CsvFile file = begin(DeliveredFile.INVOICE_LINES, part)) {
                for (Invoice invoice : invoices) {
                    for (InvoiceLine line : invoice.lines()) {
                        file.row(row(invoice, line));
                    }
                }
                file.finish();
            }
            disk.deleteFolder(folder);
            disk.rename(part, folder);
            return folder;
        } catch (IOException e) {
            throw new DeliveryException(
                    "Expected to write the draft of " + month + " into " + folder + ", found "
                            + e.getClass().getSimpleName() + ": " + e.getMessage()
                            + "; free space on the disk or make the folder writable, then repeat",
                    e);
        }
    }

    private CsvFile begin(DeliveredFile file, Path folder) throws IOException {
        return new CsvFile(file, Profile.MACHINE, disk.createFile(folder.resolve(file.fileName() + ".csv")));
    }

    private static List<@Nullable Object> row(Invoice invoice) {
        PaymentParts paid = invoice.payment().parts();
        return Arrays.asList(
                invoice.month(),
                invoice.account().value(),
                null,
                invoice.currency().getCurrencyCode(),
                invoice.total(),
                paid.voucher(),
                paid.prepaidCard(),
                paid.cash(),
                paid.cloud(),
                paid.owed(),
                invoice.payment().fapiao(),
                STATE);
    }

    private static List<@Nullable Object> row(Invoice invoice, InvoiceLine line) {
        MeterTier tier = line.tier();
        return Arrays.asList(
                invoice.month(),
                invoice.account().value(),
                null,
                line.workspace() == null ? null : line.workspace().value(),
                tier == null ? null : tier.meter().code(),
                tier == null || tier.retentionDays() == Meter.FLAT ? null : Long.valueOf(tier.retentionDays()),
                line.kind().code(),
                line.quantity(),
                tier == null ? Long.valueOf(1) : Long.valueOf(tier.meter().unit()),
                line.amount(),
                invoice.currency().getCurrencyCode());
    }
}
