package io.billingcenter.writers.files.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.DocumentState;
import io.billingcenter.domain.document.InvoiceDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents print what their data says, with the same bytes each time, and nothing that a font lacks. */
class PdfRendererTest {

    private static final PageMaker PAGES = new PageMaker(new DocumentTemplates(null));
    private static final PdfRenderer RENDERER = new PdfRenderer();

    @TempDir
    private Path folder;

    static Stream<InvoiceDocument> documents() {
        return Stream.of(
                DocumentExamples.of(1, DocumentExamples.CNY).size(1, 3, 1).invoice(),
                DocumentExamples.of(2, DocumentExamples.CNY).size(12, 9, 20).invoice(),
                DocumentExamples.of(3, DocumentExamples.USD)
                        .parties(DocumentExamples.SELLER_ABROAD, DocumentExamples.BUYER)
                        .invoice(),
                DocumentExamples.of(4, DocumentExamples.CNY).negative().invoice(),
                DocumentExamples.of(5, DocumentExamples.CNY)
                        .creditNote("INV-2026-000001")
                        .invoice(),
                DocumentExamples.of(6, DocumentExamples.CNY)
                        .state(DocumentState.DRAFT)
                        .invoice(),
                DocumentExamples.of(7, DocumentExamples.CNY)
                        .state(DocumentState.VOID)
                        .invoice(),
                DocumentExamples.of(8, DocumentExamples.CNY).size(0, 0, 0).invoice(),
                DocumentExamples.of(9, DocumentExamples.CNY)
                        .parties(DocumentExamples.SELLER, DocumentExamples.buyer("<script>&\"' & Söhne ‒ – — 龍騰馬門戶 示户"))
                        .invoice(),
                DocumentExamples.of(10, DocumentExamples.CNY)
                        .parties(DocumentExamples.SELLER, DocumentExamples.buyer("W".repeat(300) + "极长的名称".repeat(40)))
                        .invoice(),
                DocumentExamples.of(11, DocumentExamples.CNY).size(80, 14, 60).invoice());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void theTextOfEveryPageIsThatOfTheData(InvoiceDocument document) throws IOException {
        for (DocumentLanguage language : DocumentLanguage.values()) {
            PrintedText expected = new PrintedText(document, language);

            List<String> pages = pages(RENDERER.render(PAGES.invoice(document, language)));

            assertThat(joined(pages, expected)).isEqualTo(expected.body());
        }
    }

    /** Returns the pages without their frames and the repeated heads of tables. */
    private static String joined(List<String> pages, PrintedText expected) {
        String body = expected.body();
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            String frame = expected.frame(i + 1, pages.size());
            assertThat(pages.get(i)).startsWith(frame);
            String text = pages.get(i).substring(frame.length());
            for (String head : List.of(expected.headOfLines(), expected.headOfAdjustments())) {
                if (i > 0 && text.startsWith(head) && !body.startsWith(text, joined.length())) {
                    text = text.substring(head.length());
                }
            }
            joined.append(text);
        }
        return joined.toString();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void thePageAndItsBytesAreTheSameEachTime(InvoiceDocument document) {
        DocumentPage page = PAGES.invoice(document, DocumentLanguage.CHINESE);
        DocumentPage again = new PageMaker(new DocumentTemplates(null)).invoice(document, DocumentLanguage.CHINESE);

        assertThat(again.digest()).isEqualTo(page.digest());
        assertThat(new PdfRenderer().render(again)).isEqualTo(RENDERER.render(page));
    }

    @ParameterizedTest
    @EnumSource(DocumentLanguage.class)
    void aStatementHasItsBillsAndMovements(DocumentLanguage language) throws IOException {
        DocumentPage page =
                PAGES.statement(DocumentExamples.of(12, DocumentExamples.CNY).statement(), language);

        String text = String.join("", pages(RENDERER.render(page)));

        assertThat(text).contains("2026-10-31", "5,000.00", "INV-2026-000013");
        assertThat(text)
                .contains(
                        language == DocumentLanguage.CHINESE
                                ? "期初余额0.000.00100.000.00100.00"
                                : "Balancebroughtforward");
    }

    @Test
    void aCharacterThatNoFontHasIsNamed() {
        InvoiceDocument document = DocumentExamples.of(1, DocumentExamples.CNY)
                .parties(DocumentExamples.SELLER, DocumentExamples.buyer("Acme \uD83D\uDE80 Ltd"))
                .invoice();

        assertThatThrownBy(() -> RENDERER.render(PAGES.invoice(document, DocumentLanguage.ENGLISH)))
                .isInstanceOf(MissingGlyphException.class)
                .hasMessageContaining("U+1F680")
                .hasMessageContaining("'Acme \uD83D\uDE80 Ltd' on the invoice INV-2026-000002 of account acct-1");
    }

    @Test
    void aControlCharacterIsNamedAndNotLeftOut() {
        InvoiceDocument document = DocumentExamples.of(1, DocumentExamples.CNY)
                .parties(DocumentExamples.SELLER, DocumentExamples.buyer("Ac\u0001me"))
                .invoice();

        assertThatThrownBy(() -> RENDERER.render(PAGES.invoice(document, DocumentLanguage.ENGLISH)))
                .isInstanceOf(MissingGlyphException.class)
                .hasMessageContaining("U+0001")
                .hasMessageContaining("acct-1");
    }

    @Test
    void noUriIsRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body { color: red }");
        Files.writeString(
                folder.resolve("invoice.html"),
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head><link rel=\"stylesheet\" type=\"text/css\" href=\""
                        + secret.toUri() + "\"/></head><body><img src=\"" + secret.toUri() + "\"/></body></html>");
        PageMaker maker = new PageMaker(new DocumentTemplates(folder));
        InvoiceDocument document = DocumentExamples.of(1, DocumentExamples.CNY).invoice();

        assertThatThrownBy(() -> RENDERER.render(maker.invoice(document, DocumentLanguage.ENGLISH)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("secret.css");
    }

    @Test
    void aWarningOfTheStyleSheetIsAnError() throws IOException {
        Files.writeString(folder.resolve("document.css"), "body { colour: red; display: flex }");
        PageMaker maker = new PageMaker(new DocumentTemplates(folder));
        InvoiceDocument document = DocumentExamples.of(1, DocumentExamples.CNY).invoice();

        assertThatThrownBy(() -> RENDERER.render(maker.invoice(document, DocumentLanguage.ENGLISH)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("flex");
    }

    @Test
    void aFileInTheFolderTakesThePlaceOfTheShippedOne() throws IOException {
        String texts = Files.readString(Path.of("..", "config", "templates", "documents_en.properties"));
        Files.writeString(folder.resolve("documents_en.properties"), texts.replace("invoice=Invoice", "invoice=Bill"));
        DocumentPage page = new PageMaker(new DocumentTemplates(folder))
                .invoice(DocumentExamples.of(1, DocumentExamples.CNY).invoice(), DocumentLanguage.ENGLISH);

        assertThat(String.join("", pages(RENDERER.render(page)))).contains("BillINV-2026-000002Page1of");
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(PrintedText.stripped(stripper.getText(document)));
            }
        }
        return pages;
    }
}
