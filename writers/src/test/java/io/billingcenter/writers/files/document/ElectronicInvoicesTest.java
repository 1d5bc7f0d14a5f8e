package io.billingcenter.writers.files.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.helger.diagnostics.error.IError;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.result.ValidationResultList;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.peppol.PeppolValidation2026_05;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import io.billingcenter.domain.document.DocumentLanguage;
import io.billingcenter.domain.document.ElectronicInvoice;
import io.billingcenter.domain.document.InvoiceDocument;
import io.billingcenter.domain.document.SellerEndpoint;
import io.billingcenter.domain.document.TaxTreatment;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** E-invoices pass the rules of Peppol BIS Billing 3.0, by the program that its network uses. */
class ElectronicInvoicesTest {

    private static final ElectronicInvoices INVOICES = new ElectronicInvoices(new DocumentTemplates(null));

    @Test
    void aFewDocumentsPass() throws Exception {
        assertThat(errorsOf(0, 6)).isEmpty();
    }

    /** The first check takes half a minute, and each more a third of a second. */
    @Test
    @Tag("long")
    void ahundredDocumentsPass() throws Exception {
        assertThat(errorsOf(6, 106)).isEmpty();
    }

    /** Without this, documents could pass because nothing is checked. */
    @Test
    void aWrongSumIsAnError() throws Exception {
        InvoiceDocument document = document(1, DocumentKind.INVOICE);
        String owed = document.payment().owed().amount().toPlainString();
        String wrong =
                xml(document, TaxTreatment.REVERSE_CHARGE).replace(">" + owed + "</cbc:Payable", ">1.00</cbc:Payable");

        assertThat(errors(wrong, DocumentKind.INVOICE)).anyMatch(error -> error.contains("BR-CO-16"));
    }

    @Test
    void aCreditNoteIsOfType381AndRefersToItsInvoice() {
        assertThat(xml(document(2, DocumentKind.CREDIT_NOTE), TaxTreatment.REVERSE_CHARGE))
                .contains("<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>")
                .contains("<cac:InvoiceDocumentReference><cbc:ID>INV-2026-000077</cbc:ID>");
    }

    @Test
    void markupInANameIsText() throws Exception {
        Buyer strange = named("<script>&\"'");
        InvoiceDocument document =
                example(3).parties(DocumentExamples.SELLER_ABROAD, strange).invoice();

        Document xml = parsed(xml(document, TaxTreatment.REVERSE_CHARGE));

        assertThat(xml.getElementsByTagName("cbc:RegistrationName").item(1).getTextContent())
                .isEqualTo("<script>&\"'");
    }

    @Test
    void whatIsMissingIsNamed() {
        InvoiceDocument document = example(4)
                .parties(
                        DocumentExamples.SELLER_ABROAD,
                        new Buyer("Acme", "", "", "", "", "", "", "", "", "0192", "987654325"))
                .invoice();
        SellerEndpoint from = from(TaxTreatment.REVERSE_CHARGE);

        assertThat(ElectronicInvoice.missing(document, from)).containsExactly("country", "buyer_reference", "tax_id");
        assertThatThrownBy(() -> INVOICES.xml(document, from, DocumentLanguage.ENGLISH))
                .hasMessageContaining("[country, buyer_reference, tax_id]");
    }

    /** Returns the errors of documents made from these seeds: each fourth is a credit note, each third has no tax. */
    private static List<String> errorsOf(int firstSeed, int endSeed) throws Exception {
        List<String> errors = new ArrayList<>();
        for (int seed = firstSeed; seed < endSeed; seed++) {
            DocumentKind kind = seed % 4 == 1 ? DocumentKind.CREDIT_NOTE : DocumentKind.INVOICE;
            TaxTreatment tax = seed % 3 == 2 ? TaxTreatment.NOT_SUBJECT : TaxTreatment.REVERSE_CHARGE;
            String xml = xml(document(seed, kind), tax);
            for (String error : errors(xml, kind)) {
                errors.add("seed " + seed + ": " + error);
            }
        }
        return errors;
    }

    private static InvoiceDocument document(int seed, DocumentKind kind) {
        DocumentExamples example = example(seed);
        return kind == DocumentKind.CREDIT_NOTE
                ? example.creditNote("INV-2026-000077").invoice()
                : example.invoice();
    }

    private static DocumentExamples example(int seed) {
        Random random = new Random(seed);
        DocumentExamples example = DocumentExamples.of(
                        seed, seed % 2 == 0 ? DocumentExamples.USD : DocumentExamples.CNY)
                .parties(DocumentExamples.SELLER_ABROAD, named(seed % 5 == 0 ? "Müller & Söhne GmbH" : "北京客户科技有限公司"))
                .size(1 + random.nextInt(4), 1 + random.nextInt(10), 1 + random.nextInt(5));
        return seed % 7 == 3 ? example.negative() : example;
    }

    private static Buyer named(String title) {
        return new Buyer(
                title, "91110000MA00000000", "Customer street 8", "", "", "", "", "CN", "PO-77", "0192", "987654325");
    }

    private static SellerEndpoint from(TaxTreatment tax) {
        return new SellerEndpoint("SG", "0195", "SGUEN201900000A", tax);
    }

    private static String xml(InvoiceDocument document, TaxTreatment tax) {
        return new String(INVOICES.xml(document, from(tax), DocumentLanguage.ENGLISH), StandardCharsets.UTF_8);
    }

    private static List<String> errors(String xml, DocumentKind kind) throws Exception {
        ValidationResultList results = ValidationExecutionManager.executeValidation(
                IValidityDeterminator.createDefault(),
                kind == DocumentKind.CREDIT_NOTE ? Rules.CREDIT_NOTES : Rules.INVOICES,
                ValidationSourceXML.create("document", parsed(xml)),
                Locale.ENGLISH);
        return results.getAllErrors().getAllMapped(IError::getErrorID).stream()
                .map(id -> id + " in " + xml)
                .toList();
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    /** The rules of the network, whose stylesheets are compiled with the first check. */
    private static final class Rules {

        static final IValidationExecutorSet<IValidationSourceXML> INVOICES;
        static final IValidationExecutorSet<IValidationSourceXML> CREDIT_NOTES;

        static {
            ValidationExecutorSetRegistry<IValidationSourceXML> registry = new ValidationExecutorSetRegistry<>();
            PeppolValidation.initStandard(registry);
            INVOICES = registry.getOfID(PeppolValidation2026_05.VID_OPENPEPPOL_INVOICE_UBL_V3);
            CREDIT_NOTES = registry.getOfID(PeppolValidation2026_05.VID_OPENPEPPOL_CREDIT_NOTE_UBL_V3);
        }
    }
}
