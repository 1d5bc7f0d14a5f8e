package io.billingcenter.writers.files.delivery;

import io.billingcenter.domain.delivery.DeliveredFile;
import io.billingcenter.domain.delivery.InvoiceLayout;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.time.BillingMonth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the invoices of a month as they would be if the month were closed now, without numbers, into the folder
 * {@code draft} of the month. An earlier draft is replaced. A draft is not a delivery: it has no manifest and is not
 * recorded.
 */
public final class DraftInvoices {

    private static final String DRAFT = "draft";

    private final DeliveryDisk disk = new DeliveryDisk();
    private final Path out;

    /** Creates a writer of drafts below the folder of all delivered files. */
    public DraftInvoices(Path out) {
        this.out = out;
    }

    /**
     * Writes the files of a month.
     *
     * @param layout layout in which the month would be delivered
     * @param parties names that would be stored with the invoices
     * @return the folder
     * @throws DeliveryException if they cannot be written
     */
    public Path write(BillingMonth month, List<Invoice> invoices, InvoiceLayout layout, InvoiceParties parties) {
        Path folder = out.resolve(month.toString()).resolve(DRAFT);
        DraftRows rows = new DraftRows(layout, parties);
        try {
            Path part = folder.resolveSibling('.' + DRAFT + ".part");
            disk.deleteFolder(part);
            disk.createFolder(part);
            for (DeliveredFile file : layout.files()) {
                try (CsvFile csv = begin(file, part)) {
                    for (Invoice invoice : invoices) {
                        for (List<@Nullable Object> row : rows.of(file, invoice)) {
                            csv.row(row);
                        }
                    }
                    csv.finish();
                }
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
}
