package io.billingcenter.jobs.document;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.jobs.launch.Folders;
import io.billingcenter.readers.tables.document.InvoiceDocuments;
import io.billingcenter.readers.tables.document.InvoiceDocuments.IssuedKey;
import io.billingcenter.readers.tables.document.StatementDocuments;
import io.billingcenter.writers.files.document.DocumentPrinter.Print;
import io.billingcenter.writers.files.document.DocumentTemplates;
import io.billingcenter.writers.files.document.PageMaker;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The documents that accounts get, by the settings. */
@Lazy
@Component
class MonthDocuments {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;
    private final Folders folders;

    MonthDocuments(JdbcTemplate jdbc, BillingSettings settings, Folders folders) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.folders = folders;
    }

    /** Returns the documents of the accounts that get files of their own. */
    List<IssuedKey> keys(BillingMonth month) {
        return new InvoiceDocuments(jdbc, month)
                .keys().stream().filter(key -> includes(key.isProfiled())).toList();
    }

    boolean includes(boolean isProfiled) {
        return settings.delivery().accountFiles().includes(isProfiled);
    }

    /** Returns templates that are read now, so that a run does not use two versions of a file. */
    DocumentTemplates templates() {
        return new DocumentTemplates(folders.templates());
    }

    DocumentLanguage language(Buyer buyer, Currency currency) {
        return settings.documents().language().of(buyer, currency);
    }

    int threads() {
        return settings.metering().effectiveThreads();
    }

    /**
     * Returns the documents to be printed, and the statement of each account.
     *
     * @param documents all documents of some accounts
     */
    List<Print> prints(BillingMonth month, List<InvoiceDocument> documents, PageMaker pages) {
        List<Print> prints = new ArrayList<>();
        for (InvoiceDocument document : documents) {
            DocumentLanguage language =
                    language(document.buyer(), document.head().currency());
            prints.add(new Print(path(document), () -> pages.invoice(document, language)));
        }
        if (!documents.isEmpty()) {
            for (StatementDocument statement : new StatementDocuments(jdbc, month).read(documents)) {
                DocumentLanguage language =
                        language(statement.buyer(), statement.wallets().get(0).currency());
                prints.add(new Print(
                        statement.account().id() + "/statement-" + month + ".pdf",
                        () -> pages.statement(statement, language)));
            }
        }
        return prints;
    }

    private static String path(InvoiceDocument document) {
        String number = document.head().number();
        return document.head().account().id() + "/"
                + (number == null ? "invoice-" + document.head().currency().getCurrencyCode() : number) + ".pdf";
    }
}
