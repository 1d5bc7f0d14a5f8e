package io.billingcenter.domain.document;

import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * An invoice or credit note for the program of its buyer, by the rules of EN 16931. The amounts of a credit note are above zero
 * where money is given back.
 *
 * @param prepaid part that vouchers, cards, cash or a cloud account have paid, or that was given back to them
 * @param payable part that is still to be paid
 */
public record ElectronicInvoice(
        DocumentHead head,
        Seller seller,
        SellerEndpoint from,
        Buyer buyer,
        List<ElectronicLine> lines,
        Money prepaid,
        Money payable) {

    /** Copies the lines and checks the sums that EN 16931 demands. */
    public ElectronicInvoice {
        lines = List.copyOf(lines);
        Money total = sum(head, lines);
        if (!total.equals(prepaid.plus(payable))) {
            throw new IllegalArgumentException("Expected the lines of " + head.number() + " to add up to "
                    + prepaid.plus(payable) + ", the prepaid and the payable amount, found " + total);
        }
    }

    /** Returns the sum of the net amounts. */
    public Money total() {
        return sum(head, lines);
    }

    private static Money sum(DocumentHead head, List<ElectronicLine> lines) {
        return lines.stream().map(ElectronicLine::net).reduce(Money.zero(head.currency()), Money::plus);
    }

    /** Returns whether the document is a credit note. */
    public boolean isCreditNote() {
        return head.kind() == DocumentKind.CREDIT_NOTE;
    }

    /**
     * Returns the data without which no e-invoice can be made of a document, in the names of the settings and columns; empty if
     * everything is there.
     */
    public static List<String> missing(InvoiceDocument document, SellerEndpoint from) {
        Seller seller = document.seller();
        Buyer buyer = document.buyer();
        List<String> missing = new ArrayList<>();
        require(missing, "billing.seller.name", seller.name());
        require(missing, "endpoint_scheme", buyer.endpointScheme());
        require(missing, "endpoint", buyer.endpoint());
        require(missing, "title", buyer.title());
        require(missing, "country", buyer.country());
        require(missing, "buyer_reference", buyer.reference());
        if (from.tax() == TaxTreatment.REVERSE_CHARGE) {
            require(missing, "tax_id", buyer.taxId());
        }
        require(missing, "billing.seller.tax-id", seller.taxId());
        return missing;
    }

    private static void require(List<String> missing, String name, String value) {
        if (value.isEmpty()) {
            missing.add(name);
        }
    }
}
