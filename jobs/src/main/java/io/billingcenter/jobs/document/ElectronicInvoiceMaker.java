package io.billingcenter.jobs.document;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.ElectronicInvoice;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.SellerEndpoint;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.readers.tables.document.InvoiceDocuments;
import io.billingcenter.readers.tables.document.InvoiceDocuments.IssuedKey;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import io.billingcenter.writers.files.document.ElectronicInvoices;
import io.billingcenter.writers.files.document.MissingGlyphException;
import io.billingcenter.writers.files.document.TemplateException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Makes the e-invoices of a closed month, for accounts with an electronic address in their invoice profile. An invoice that lacks
 * other data is named and not made.
 */
@Lazy
@Component
class ElectronicInvoiceMaker implements SetMaker {

    private static final String SCHEMA = "ubl-peppol-bis/3.0";

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final MonthDocuments documents;
    private final HeldDocuments held;

    ElectronicInvoiceMaker(JdbcTemplate jdbc, BillingSettings settings, MonthDocuments documents, HeldDocuments held) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.documents = documents;
        this.held = held;
    }

    @Override
    public SetKind kind() {
        return SetKind.EINVOICES;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, month);
        List<IssuedKey> keys =
                reader.keys().stream().filter(IssuedKey::hasEndpoint).toList();
        return keys.isEmpty() ? Optional.empty() : Optional.of(files -> write(reader, keys, files, runId));
    }

    private void write(InvoiceDocuments reader, List<IssuedKey> keys, SetFiles files, long runId) throws IOException {
        ElectronicInvoices invoices = new ElectronicInvoices(documents.templates());
        int made = 0;
        try {
            for (List<IssuedKey> page : InvoiceDocuments.pages(keys)) {
                for (InvoiceDocument document : reader.read(page)) {
                    made += write(document, invoices, files, runId) ? 1 : 0;
                }
            }
        } catch (TemplateException e) {
            throw SetRefusedException.incomplete(String.valueOf(e.getMessage()));
        }
        if (made == 0) {
            throw SetRefusedException.incomplete("Expected at least one e-invoice that can be made, found none");
        }
    }

    private boolean write(InvoiceDocument document, ElectronicInvoices invoices, SetFiles files, long runId)
            throws IOException {
        if (document.head().state() != DocumentState.FINAL) {
            return false;
        }
        String name = document.head().number() + " of account "
                + document.head().account().id();
        Optional<SellerEndpoint> from =
                settings.documents().endpoint(document.head().currency());
        if (from.isEmpty()) {
            held.add(
                    runId,
                    "Expected an electronic address of the seller for the e-invoice " + name
                            + ", found none; set billing.documents.einvoice."
                            + document.head().currency().getCurrencyCode()
                            + ", or remove the endpoint from the profile");
            return false;
        }
        List<String> missing = ElectronicInvoice.missing(document, from.get());
        if (!missing.isEmpty()) {
            held.add(
                    runId,
                    "Expected all data of the e-invoice " + name + ", found none of " + String.join(", ", missing)
                            + "; complete the invoice profile or the seller");
            return false;
        }
        try {
            byte[] xml = invoices.xml(
                    document,
                    from.get(),
                    documents.language(document.buyer(), document.head().currency()));
            try (SetFile file = files.create(
                    document.head().account().id() + "/" + document.head().number() + ".xml", SCHEMA)) {
                file.write(xml);
                file.complete(1);
            }
            return true;
        } catch (MissingGlyphException e) {
            held.add(runId, String.valueOf(e.getMessage()));
            return false;
        }
    }
}
