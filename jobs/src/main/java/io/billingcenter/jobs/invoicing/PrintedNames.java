package io.billingcenter.jobs.invoicing;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.reference.ReferenceData;
import io.billingcenter.readers.tables.reference.ReferenceTableReader;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The names that are printed on invoices, by the last import of reference data and by the settings. */
@Component
public class PrintedNames {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;

    PrintedNames(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Returns the names as they are at present. */
    public InvoiceParties parties() {
        ReferenceData data = new ReferenceTableReader(jdbc).data();
        return new InvoiceParties(
                data.billingAccounts().stream()
                        .collect(Collectors.toMap(account -> account.id(), account -> account.name())),
                data.workspaces().stream()
                        .collect(Collectors.toMap(workspace -> workspace.id(), workspace -> workspace.name())),
                InvoiceParties.byAccount(data.invoiceProfiles()),
                settings.sellers(),
                settings.invoicing().termsDays());
    }
}
