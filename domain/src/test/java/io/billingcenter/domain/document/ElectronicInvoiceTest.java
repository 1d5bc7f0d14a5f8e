package io.billingcenter.domain.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.document.DocumentHead.DocumentAccount;
import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** E-invoices add up, name what they lack, and have a head whose number and reference fit its kind and state. */
class ElectronicInvoiceTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest
    @CsvSource({
        "INVOICE, 10.00 -2.50, 5.00, 2.50, 7.50",
        "CREDIT_NOTE, 4.00, 0.00, 4.00, 4.00",
        "INVOICE, '', 0, 0, 0.00"
    })
    void linesAddUpToWhatIsPaidAndToBePaid(
            DocumentKind kind, String lines, String prepaid, String payable, String total) {
        ElectronicInvoice invoice = invoice(kind, lines, prepaid, payable);

        assertThat(invoice.total()).isEqualTo(eur(total));
        assertThat(invoice.isCreditNote()).isEqualTo(kind == DocumentKind.CREDIT_NOTE);
    }

    @Test
    void linesThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> invoice(DocumentKind.INVOICE, "10.00 -2.50", "5.00", "2.51"))
                .hasMessageContaining("the lines of INV-2 to add up to EUR 7.51")
                .hasMessageContaining("found EUR 7.50");
        assertThatThrownBy(() -> new ElectronicLine("Logs", "", BigDecimal.ONE, new BigDecimal("-1"), eur("-1.00")))
                .hasMessageContaining("price of zero or above for Logs, found -1");
    }

    /** The texts of seller name, seller tax id, scheme, endpoint, title, country, reference and tax id of the buyer. */
    @ParameterizedTest
    @CsvSource({
        "S T 0088 E B DE R V, REVERSE_CHARGE, ''",
        "S T 0088 E B DE R -, REVERSE_CHARGE, tax_id",
        "S T 0088 E B DE R -, NOT_SUBJECT, ''",
        "- - 0088 E B DE R V, NOT_SUBJECT, billing.seller.name billing.seller.tax-id",
        "S T - - - - - -, NOT_SUBJECT, endpoint_scheme endpoint title country buyer_reference",
    })
    void whatIsMissingIsNamed(String texts, TaxTreatment tax, String missing) {
        String[] t = Arrays.stream(texts.split(" "))
                .map(text -> text.equals("-") ? "" : text)
                .toArray(String[]::new);
        Buyer buyer = new Buyer(t[4], t[7], "", "", "", "", "", t[5], t[6], t[2], t[3]);
        InvoiceDocument document = new InvoiceDocument(
                head(DocumentKind.INVOICE, DocumentState.FINAL, "INV-2", null),
                new Seller(t[0], "", t[1], ""),
                buyer,
                List.of(),
                List.of(),
                PaymentParts.nothing(EUR),
                WalletBalance.empty(EUR),
                List.of());

        assertThat(String.join(" ", ElectronicInvoice.missing(document, new SellerEndpoint("DE", "0088", "S", tax))))
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "INVOICE, DRAFT, -, -, -",
                "INVOICE, DRAFT, INV-2, -, found state draft and number INV-2",
                "INVOICE, FINAL, -, -, found state final and number null",
                "INVOICE, VOID, INV-2, -, -",
                "INVOICE, FINAL, INV-2, INV-1, -",
                "CREDIT_NOTE, FINAL, CN-1, INV-1, -",
                "CREDIT_NOTE, FINAL, CN-1, -, Expected credit note CN-1 to refer to an invoice"
            })
    void theNumberAndTheReferenceFitTheDocument(
            DocumentKind kind,
            DocumentState state,
            @Nullable String number,
            @Nullable String refersTo,
            @Nullable String refusal) {
        if (refusal == null) {
            assertThat(head(kind, state, number, refersTo).number()).isEqualTo(number);
        } else {
            assertThatThrownBy(() -> head(kind, state, number, refersTo)).hasMessageContaining(refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"draft, DRAFT", "final, FINAL", "void, VOID"})
    void aStateHasACode(String code, DocumentState state) {
        assertThat(DocumentState.ofCode(code)).contains(state);
        assertThat(DocumentState.ofCode(code + "x")).isEmpty();
    }

    private static ElectronicInvoice invoice(DocumentKind kind, String lines, String prepaid, String payable) {
        return new ElectronicInvoice(
                head(kind, DocumentState.FINAL, "INV-2", "INV-1"),
                Seller.NONE,
                new SellerEndpoint("DE", "0088", "S", TaxTreatment.NOT_SUBJECT),
                Buyer.NONE,
                Arrays.stream(lines.split(" "))
                        .filter(net -> !net.isEmpty())
                        .map(net -> ElectronicLine.ofAmount("Logs", "", eur(net)))
                        .toList(),
                eur(prepaid),
                eur(payable));
    }

    private static DocumentHead head(
            DocumentKind kind, DocumentState state, @Nullable String number, @Nullable String refersTo) {
        return new DocumentHead(
                kind,
                state,
                number,
                new DocumentHead.Correction(refersTo, null, ""),
                new DocumentAccount(new BillingAccountId("acct"), ""),
                BillingMonth.parse("2026-10"),
                EUR,
                DocumentDates.NONE);
    }

    private static Money eur(String amount) {
        return Money.of(EUR, new BigDecimal(amount));
    }
}
