package io.billingcenter.jobs.document;

import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.delivery.SetRefusedException;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.delivery.SetMaker;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.tables.document.InvoiceDocuments;
import io.billingcenter.readers.tables.document.InvoiceDocuments.IssuedKey;
import io.billingcenter.writers.files.delivery.SetContent;
import io.billingcenter.writers.files.delivery.SetFile;
import io.billingcenter.writers.files.delivery.SetFiles;
import io.billingcenter.writers.files.document.DocumentPrinter;
import io.billingcenter.writers.files.document.MissingGlyphException;
import io.billingcenter.writers.files.document.PageMaker;
import io.billingcenter.writers.files.document.RenderedFiles;
import io.billingcenter.writers.files.document.TemplateException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes the invoices, credit notes and statements of a closed month as PDF. A document with a character that no font has is held, and
 * the others are made. What was rendered is kept until the set is recorded, so that a run that is cut off goes on where it was.
 */
@Lazy
@Component
class PdfMaker implements SetMaker {

    private static final Logger LOG = LoggerFactory.getLogger(PdfMaker.class);
    private static final String SCHEMA = "pdf/1";
    private static final String WORK_FOLDER = ".documents-";

    private final JdbcTemplate jdbc;
    private final MonthDocuments documents;
    private final Folders folders;
    private final HeldDocuments held;

    PdfMaker(JdbcTemplate jdbc, MonthDocuments documents, Folders folders, HeldDocuments held) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.folders = folders;
        this.held = held;
    }

    @Override
    public SetKind kind() {
        return SetKind.DOCUMENTS;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        List<IssuedKey> keys = documents.keys(month);
        return keys.isEmpty() ? Optional.empty() : Optional.of(files -> write(month, keys, files, runId));
    }

    private void write(BillingMonth month, List<IssuedKey> keys, SetFiles files, long runId) throws IOException {
        RenderedFiles rendered = new RenderedFiles(folders.out().resolve(WORK_FOLDER + month));
        removeWhenRecorded(rendered);
        PageMaker pages = new PageMaker(documents.templates());
        InvoiceDocuments reader = new InvoiceDocuments(jdbc, month);
        List<List<IssuedKey>> all = InvoiceDocuments.pages(keys);
        int done = 0;
        int made = 0;
        try (DocumentPrinter printer = new DocumentPrinter(documents.threads(), rendered)) {
            for (List<IssuedKey> page : all) {
                List<DocumentPrinter.Print> prints = documents.prints(month, reader.read(page), pages);
                List<MissingGlyphException> missing = printer.print(prints, (path, bytes) -> write(files, path, bytes));
                missing.forEach(reason -> held.add(runId, String.valueOf(reason.getMessage())));
                made += prints.size() - missing.size();
                done += page.size();
                if (all.size() > 1) {
                    LOG.info("Documents of {}: {} of {} printed", month, done, keys.size());
                }
            }
        } catch (TemplateException e) {
            throw SetRefusedException.incomplete(String.valueOf(e.getMessage()));
        }
        if (made == 0) {
            throw SetRefusedException.incomplete(
                    "Expected at least one document of " + month + " that can be printed, found none");
        }
    }

    private static void write(SetFiles files, String path, byte[] bytes) throws IOException {
        try (SetFile file = files.create(path, SCHEMA)) {
            file.write(bytes);
            file.complete(1);
        }
    }

    private static void removeWhenRecorded(RenderedFiles rendered) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    rendered.remove();
                } catch (IOException e) {
                    // The documents are published; what is left takes space only, and the next run removes it.
                    LOG.warn("Rendered documents that are no longer needed cannot be removed: {}", e.toString());
                }
            }
        });
    }
}
