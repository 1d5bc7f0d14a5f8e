package io.billingcenter.writers.files.document;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.document.DocumentHead;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.StatementDocument;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Fills the templates of documents. Values pass through the escaping of the templates, so that no value becomes markup. The
 * same document gives the same page. Threads may share a maker.
 */
public final class PageMaker {

    /** The last two code points of each plane are no characters. */
    private static final int NONCHARACTER = 0xFFFE;

    private static final String STYLE = "document.css";

    private final DocumentTemplates templates;
    private final DocumentTexts texts;
    private final TemplateEngine engine;

    /** Creates a maker of pages by these templates. */
    public PageMaker(DocumentTemplates templates) {
        this.templates = templates;
        this.texts = new DocumentTexts(templates);
        this.engine = engine();
    }

    /** The resolver takes the template itself as its name, and the engine keeps it parsed. */
    static TemplateEngine engine() {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(TemplateMode.XML);
        resolver.setCacheable(true);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        return engine;
    }

    /**
     * Returns the page of an invoice or credit note.
     *
     * @throws TemplateException if the template or a text cannot be used
     */
    public DocumentPage invoice(InvoiceDocument document, DocumentLanguage language) {
        DocumentHead head = document.head();
        DocumentWords words = new DocumentWords(texts, language);
        String name = head.kind().code().replace('_', ' ') + " " + (head.number() == null ? "draft" : head.number());
        requirePrintable(head.account().id(), name, document);
        return new DocumentPage(
                head.account().id(),
                name,
                language,
                date(head.dates().issued(), head.month()),
                filled("invoice.html", words, new InvoicePage(document, words)));
    }

    /**
     * Returns the page of a statement.
     *
     * @throws TemplateException if the template or a text cannot be used
     */
    public DocumentPage statement(StatementDocument document, DocumentLanguage language) {
        DocumentWords words = new DocumentWords(texts, language);
        String name = "statement of " + document.month();
        requirePrintable(document.account().id(), name, document.account().name());
        requirePrintable(document.account().id(), name, document.seller(), document.buyer());
        return new DocumentPage(
                document.account().id(),
                name,
                language,
                date(document.issued(), document.month()),
                filled("statement.html", words, new StatementPage(document, words)));
    }

    /**
     * Checks the names of a document. The templates would leave out characters that XML does not allow, and a document with
     * a part of a name is worse than none.
     */
    static void requirePrintable(BillingAccountId account, String name, InvoiceDocument document) {
        requirePrintable(account, name, document.head().account().name());
        requirePrintable(account, name, document.head().correction().reason());
        requirePrintable(account, name, document.seller(), document.buyer());
        document.sections().forEach(section -> requirePrintable(account, name, section.name()));
        document.adjustments().forEach(line -> requirePrintable(account, name, line.name()));
    }

    private static void requirePrintable(BillingAccountId account, String name, Seller seller, Buyer buyer) {
        Stream.of(seller.name(), seller.address(), seller.taxId(), seller.bank())
                .forEach(text -> requirePrintable(account, name, text));
        Stream.of(buyer.title(), buyer.taxId(), buyer.address(), buyer.phone(), buyer.bank(), buyer.bankAccount())
                .forEach(text -> requirePrintable(account, name, text));
        Stream.of(buyer.email(), buyer.country(), buyer.reference(), buyer.endpointScheme(), buyer.endpoint())
                .forEach(text -> requirePrintable(account, name, text));
    }

    private static void requirePrintable(BillingAccountId account, String name, String text) {
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c)
                    || Character.getType(c) == Character.SURROGATE
                    || (c & NONCHARACTER) == NONCHARACTER) {
                throw new MissingGlyphException(account, name, c, text);
            }
        });
    }

    /** A preview has no date; its file gets that of the end of its month. */
    private static BillingDay date(@Nullable BillingDay issued, BillingMonth month) {
        return issued == null ? month.endExclusive().minusDays(1) : issued;
    }

    private String filled(String template, DocumentWords words, Object page) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("page", page);
        variables.put("words", words);
        variables.put("language", words.of("language"));
        variables.put("style", templates.text(STYLE).replace("PAGE-NUMBER", words.pageNumber()));
        return filled(
                engine,
                template,
                templates.text(template),
                new Context(words.language().locale(), variables));
    }

    /**
     * Returns a template with its values.
     *
     * @param name name of the template, for messages
     */
    static String filled(TemplateEngine engine, String name, String template, Context values) {
        try {
            return engine.process(template, values);
        } catch (TemplateEngineException e) {
            throw new TemplateException(
                    "Expected template " + name + " to be filled, found " + rootMessage(e) + "; correct the template",
                    e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
