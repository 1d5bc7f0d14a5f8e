package io.billingcenter.jobs.document;

import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.invoicing.Invoice;
import io.billingcenter.domain.invoicing.InvoiceParties;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.document.InvoiceDocuments;
import io.billingcenter.writers.files.AtomicFile;
import io.billingcenter.writers.files.document.DocumentPrinter;
import io.billingcenter.writers.files.document.DocumentPrinter.Print;
import io.billingcenter.writers.files.document.MissingGlyphException;
import io.billingcenter.writers.files.document.PageMaker;
import io.billingcenter.writers.files.document.TemplateException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the documents of a preview, each marked as a draft. */
@Lazy
@Component
public class DraftDocuments {

    private static final String FOLDER = "documents";
    private static final int INVOICES_OF_A_PAGE = 200;

    private final JdbcTemplate jdbc;
    private final MonthDocuments documents;

    DraftDocuments(JdbcTemplate jdbc, MonthDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /**
     * Writes the documents into the folder {@code documents} of a draft.
     *
     * @param draft folder of the draft
     * @return reasons why documents were not made
     */
    public List<String> write(Path draft, BillingMonth month, List<Invoice> invoices, InvoiceParties parties) {
        List<String> reasons = new ArrayList<>();
        PageMaker pages = new PageMaker(documents.templates());
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, month);
        List<Invoice> included = invoices.stream()
                .filter(invoice ->
                        documents.includes(parties.header(invoice, null).buyer().isKnown()))
                .toList();
        try (DocumentPrinter printer = new DocumentPrinter(documents.threads(), null)) {
            for (List<Invoice> page : pages(included)) {
                List<InvoiceDocument> drafts = reader.drafts(page, parties);
                List<Print> prints = documents.prints(month, drafts, pages);
                printer
                        .print(
                                prints,
                                (path, bytes) ->
                                        AtomicFile.write(draft.resolve(FOLDER).resolve(path), bytes))
                        .stream()
                        .map(MissingGlyphException::getMessage)
                        .map(String::valueOf)
                        .forEach(reasons::add);
            }
        } catch (TemplateException e) {
            reasons.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            reasons.add("Expected to write documents into " + draft + ", found "
                    + e.getClass().getSimpleName() + ": " + e.getMessage() + "; free space on the disk");
        }
        return reasons;
    }

    /** Divides invoices into pages; those of an account, which follow each other, are on one page. */
    private static List<List<Invoice>> pages(List<Invoice> invoices) {
        List<List<Invoice>> pages = new ArrayList<>();
        List<Invoice> page = new ArrayList<>();
        for (Invoice invoice : invoices) {
            boolean isFull = page.size() >= INVOICES_OF_A_PAGE;
            if (isFull && !page.get(page.size() - 1).account().equals(invoice.account())) {
                pages.add(List.copyOf(page));
                page.clear();
            }
            page.add(invoice);
        }
        if (!page.isEmpty()) {
            pages.add(List.copyOf(page));
        }
        return pages;
    }
}
