package io.billingcenter.writers.files.document;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import io.billingcenter.domain.time.BillingDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Renders pages as PDF. The same page gives the same bytes. Nothing outside the page is read: every URI is refused. Not safe for
 * several threads; each needs a renderer of its own, which keeps the parsed fonts.
 */
public final class PdfRenderer {

    /** The version of this class and its library; a change of either can change the bytes of a page. */
    static final String VERSION = "pdf/1 openhtmltopdf " + libraryVersion() + " " + FontFiles.shippedDigest();

    private static final String PRODUCER = "Billing Center";
    /** The beginning of the families {@code document1}, {@code document2} and so on, which the style sheet lists. */
    private static final String FAMILY = "document";

    /** The characters of every document: page numbers are no texts of the page. */
    private static final List<Integer> ALWAYS =
            IntStream.rangeClosed(' ', '~').boxed().toList();

    private static final int DIGITS_OF_ID = 15;
    private static final int HEXADECIMAL = 16;

    static {
        // Diagnostics are collected for each page; the library would also print them.
        XRLog.setLoggerImpl(new Silent());
    }

    private final PageFonts fonts;
    private final DocumentBuilder parser;

    /** Creates a renderer with fonts of its own. */
    public PdfRenderer() {
        try {
            fonts = new PageFonts();
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parser = factory.newDocumentBuilder();
            parser.setErrorHandler(null);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to parse the font " + FontFiles.SHIPPED, e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Expected the XML parser of the Java platform", e);
        }
    }

    /**
     * Returns the page as PDF.
     *
     * @throws MissingGlyphException if no font has a character of the page
     * @throws TemplateException if the page or its style sheet has an error
     */
    public byte[] render(DocumentPage page) {
        Document document = parsed(page);
        try {
            NavigableSet<Integer> characters = new TreeSet<>(ALWAYS);
            addCharacters(page, document.getDocumentElement(), characters);
            return rendered(page, document, characters);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to render the " + page.name() + " of account " + page.account(), e);
        }
    }

    private Document parsed(DocumentPage page) {
        try {
            return parser.parse(new InputSource(new StringReader(page.xhtml())));
        } catch (SAXException | IOException e) {
            throw new TemplateException(
                    "Expected the template to give well-formed XHTML for the " + page.name() + " of account "
                            + page.account() + ", found " + e.getMessage() + "; correct the template",
                    e);
        }
    }

    /** Tests and collects the characters of every text, including those of the style sheet. */
    private void addCharacters(DocumentPage page, Node node, NavigableSet<Integer> characters) throws IOException {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                addCharacters(page, child, characters);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                addCharacters(page, child.getNodeValue(), characters);
            }
        }
    }

    private void addCharacters(DocumentPage page, String text, NavigableSet<Integer> characters) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\r' || c == '\t' || characters.contains(c)) {
                continue;
            }
            if (!fonts.canPrint(c)) {
                throw new MissingGlyphException(page.account(), page.name(), c, text);
            }
            characters.add(c);
        }
    }

    private byte[] rendered(DocumentPage page, Document document, NavigableSet<Integer> characters) throws IOException {
        List<String> warnings = new ArrayList<>();
        try (PDDocument pdf = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder()
                    .usePDDocument(pdf)
                    .withProducer(PRODUCER)
                    .withDiagnosticConsumer(diagnostic -> addWarning(warnings, diagnostic))
                    .useUriResolver((base, uri) -> null)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                    .useExternalResourceAccessControl(
                            (uri, type) -> false, ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
                    .withW3cDocument(document, "about:blank");
            int number = 1;
            for (PDFont font : fonts.of(pdf, characters)) {
                builder.useFont(new PDFontSupplier(font), FAMILY + number);
                number++;
            }
            PdfBoxRenderer renderer = builder.buildPdfRenderer();
            try {
                renderer.createPDFWithoutClosing();
                if (!warnings.isEmpty()) {
                    throw new TemplateException("Expected a page without warnings for the " + page.name()
                            + " of account " + page.account() + ", found " + String.join("; ", warnings)
                            + "; correct the template or style sheet");
                }
                return saved(page, pdf);
            } finally {
                renderer.close();
            }
        }
    }

    private static byte[] saved(DocumentPage page, PDDocument pdf) throws IOException {
        PDDocumentInformation information = pdf.getDocumentInformation();
        Calendar date = calendar(page.date());
        information.setCreationDate(date);
        information.setModificationDate(date);
        pdf.getDocumentCatalog().setLanguage(page.language().locale().toLanguageTag());
        // The library would derive the id from the time.
        pdf.setDocumentId(Long.parseLong(page.digest().substring(0, DIGITS_OF_ID), HEXADECIMAL));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static Calendar calendar(BillingDay day) {
        return GregorianCalendar.from(day.date().atStartOfDay(ZoneOffset.UTC));
    }

    private static void addWarning(List<String> warnings, Diagnostic diagnostic) {
        if (diagnostic.getLevel().intValue() >= Level.WARNING.intValue()) {
            warnings.add(diagnostic.getFormattedMessage());
        }
    }

    private static String libraryVersion() {
        String version = PdfRendererBuilder.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    /** A log that writes nothing. */
    private static final class Silent implements XRLogger {

        @Override
        public void log(String where, Level level, String message) {}

        @Override
        public void log(String where, Level level, String message, Throwable thrown) {}

        @Override
        public void setLevel(String logger, Level level) {}

        @Override
        public boolean isLogLevelEnabled(Diagnostic diagnostic) {
            return false;
        }
    }
}
