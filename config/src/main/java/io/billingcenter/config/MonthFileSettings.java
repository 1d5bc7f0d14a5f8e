package io.billingcenter.config;

import io.billingcenter.domain.delivery.AccountFiles;
import io.billingcenter.domain.delivery.InvoiceLayout;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The forms in which the files of months are delivered, and the receivers of delivered files, {@code billing.delivery}.
 *
 * @param invoices version of the layouts of invoices.csv and invoice-lines.csv for months that are closed from now on; 0
 *     for that of the last month, and the newest in an installation that has closed none
 * @param accountFiles accounts that get files of their own
 * @param armedFor id of the installation that may send files to receivers; empty for none
 * @param retry rule of repeated attempts to send
 * @param targets receivers by name
 */
public record MonthFileSettings(
        @DefaultValue("0") int invoices,
        @DefaultValue("profiled") AccountFiles accountFiles,
        @DefaultValue("") String armedFor,
        @DefaultValue ShippingSettings.Retry retry,
        @Nullable Map<String, TargetSettings> targets) {

    /** Checks the version and the targets. */
    public MonthFileSettings {
        if (invoices != 0 && InvoiceLayout.ofVersion(invoices).isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected billing.delivery.invoices to be 1 or 2, or 0 for the version of the last month, found "
                            + invoices);
        }
        targets = new ShippingSettings(armedFor, retry, targets).targets();
    }

    /** Returns the receivers of delivered files. */
    public ShippingSettings shipping() {
        return new ShippingSettings(armedFor, retry, targets);
    }

    /** Returns the layout that is set. */
    public Optional<InvoiceLayout> layout() {
        return InvoiceLayout.ofVersion(invoices);
    }
}
