package io.billingcenter.config;

import io.billingcenter.domain.delivery.AccountFiles;
import io.billingcenter.domain.delivery.InvoiceLayout;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The forms in which the files of months are delivered, {@code billing.delivery}.
 *
 * @param invoices version of the layouts of invoices.csv and invoice-lines.csv for months that are closed from now on; 0
 *     for that of the last month, and the newest in an installation that has closed none
 * @param accountFiles accounts that get files of their own
 */
public record MonthFileSettings(
        @DefaultValue("0") int invoices,
        @DefaultValue("profiled") AccountFiles accountFiles) {

    /** Checks the version. */
    public MonthFileSettings {
        if (invoices != 0 && InvoiceLayout.ofVersion(invoices).isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected billing.delivery.invoices to be 1 or 2, or 0 for the version of the last month, found "
                            + invoices);
        }
    }

    /** Returns the layout that is set. */
    public Optional<InvoiceLayout> layout() {
        return InvoiceLayout.ofVersion(invoices);
    }
}
