package io.billingcenter.writers.files.document;

import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.document.AdjustmentLine;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.ElectronicInvoice;
import io.billingcenter.domain.document.ElectronicLine;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.MeterLine;
import io.billingcenter.domain.document.SellerEndpoint;
import io.billingcenter.domain.document.WorkspaceSection;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.money.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

/** Makes e-invoices: UBL by Peppol BIS Billing 3.0. Threads may share a maker. */
public final class ElectronicInvoices {

    private static final String SCHEMA_OF_INVOICES = "einvoice.xml";
    private static final String SCHEMA_OF_CREDIT_NOTES = "einvoice-credit-note.xml";

    private final DocumentTemplates templates;
    private final DocumentTexts texts;
    private final TemplateEngine engine = PageMaker.engine();

    /** Creates a maker by these templates. */
    public ElectronicInvoices(DocumentTemplates templates) {
        this.templates = templates;
        this.texts = new DocumentTexts(templates);
    }

    /**
     * Returns the e-invoice of a final document with all data that it needs.
     *
     * @throws IllegalArgumentException if data is missing
     * @throws MissingGlyphException if a name has a character that XML does not allow
     */
    public byte[] xml(InvoiceDocument document, SellerEndpoint from, DocumentLanguage language) {
        List<String> missing = ElectronicInvoice.missing(document, from);
        if (!missing.isEmpty() || document.head().state() != DocumentState.FINAL) {
            throw new IllegalArgumentException("Expected a final document with all data of an e-invoice, found "
                    + document.head().state().code() + " without " + missing);
        }
        PageMaker.requirePrintable(
                document.head().account().id(), "e-invoice " + document.head().number(), document);
        ElectronicInvoice invoice = electronic(document, from, new DocumentWords(texts, language));
        String template = invoice.isCreditNote() ? SCHEMA_OF_CREDIT_NOTES : SCHEMA_OF_INVOICES;
        Map<String, Object> variables = Map.of("invoice", new ElectronicPage(invoice));
        String xml =
                PageMaker.filled(engine, template, templates.text(template), new Context(language.locale(), variables));
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static ElectronicInvoice electronic(InvoiceDocument document, SellerEndpoint from, DocumentWords words) {
        boolean credit = document.head().kind() == DocumentKind.CREDIT_NOTE;
        List<ElectronicLine> lines = new ArrayList<>();
        for (WorkspaceSection section : document.sections()) {
            String workspace = words.workspace(section.name(), section.workspace());
            section.lines().forEach(line -> lines.add(line(line, workspace, words)));
        }
        for (AdjustmentLine adjustment : document.adjustments()) {
            Money amount = credit ? adjustment.amount().negated() : adjustment.amount();
            lines.add(ElectronicLine.ofAmount(
                    words.item(credit ? PostingKind.USAGE : PostingKind.ADJUSTMENT, adjustment.tier()),
                    (adjustment.day() == null ? "" : adjustment.day() + ", ")
                            + words.workspace(adjustment.name(), adjustment.workspace()),
                    amount));
        }
        Money payable = credit
                ? document.payment().owed().negated()
                : document.payment().owed();
        Money total = credit ? document.total().negated() : document.total();
        return new ElectronicInvoice(
                document.head(), document.seller(), from, document.buyer(), lines, total.minus(payable), payable);
    }

    private static ElectronicLine line(MeterLine line, String workspace, DocumentWords words) {
        String name = words.item(line.kind(), line.tier());
        BigDecimal price = line.unitPrice();
        if (price == null || price.signum() < 0) {
            return ElectronicLine.ofAmount(name, workspace, line.amount());
        }
        return new ElectronicLine(
                name, words.unit(line.tier()) + ", " + workspace, line.bundles(), price, line.amount());
    }
}
