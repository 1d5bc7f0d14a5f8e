package io.billingcenter.domain.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A document that takes back amounts of an invoice. It belongs to the month of the day under which its entries lie.
 *
 * @param creditNumber number of the credit note among all of the installation, from 1
 * @param correction the request; names the invoice that is referred to
 * @param postings its entries, at least one
 * @param parts where the money went: components below zero
 * @param fapiao amount by which the fapiao of the month is reduced, 0 or below
 */
public record CreditNote(
        InvoiceNumber number,
        int creditNumber,
        InvoiceCorrection correction,
        List<CreditPosting> postings,
        PaymentParts parts,
        Money fapiao) {

    /** Copies the entries and checks that the payment adds up to them. */
    public CreditNote {
        postings = List.copyOf(postings);
        Money total =
                postings.stream().map(CreditPosting::amount).reduce(Money::plus).orElseThrow();
        if (!parts.total().equals(total)) {
            throw new IllegalStateException("Expected the money that " + number + " returns to add up to " + total
                    + ", found " + parts.total() + "; run \"billing verify\"");
        }
    }

    /** Returns the account that gets the amounts back. */
    public BillingAccountId account() {
        return postings.get(0).account();
    }

    /** Returns the currency of the invoice. */
    public Currency currency() {
        return parts.total().currency();
    }

    /** Returns the day under which the entries lie. */
    public BillingDay postedDay() {
        return postings.get(0).postedDay();
    }

    /**
     * Returns the document as the rows of invoices show it: a line for each workspace and tier, by billing day and unit price,
     * with amounts below zero and without quantities.
     */
    public Invoice document() {
        SortedMap<InvoiceLineName, SortedMap<Part, Money>> sums = new TreeMap<>();
        for (CreditPosting posting : postings) {
            InvoicedItem item = posting.credited().item();
            sums.computeIfAbsent(item.name(), name -> new TreeMap<>())
                    .merge(new Part(item.line().billingDay(), item.unitPrice()), posting.amount(), Money::plus);
        }
        List<InvoiceLine> lines = new ArrayList<>();
        sums.forEach((name, parts) -> lines.add(InvoiceLine.of(
                name.workspace(),
                name.tier(),
                PostingKind.CREDIT,
                parts.entrySet().stream()
                        .map(part -> new LineDetail(
                                part.getKey().day(), part.getKey().unitPrice(), BigDecimal.ZERO, part.getValue()))
                        .toList())));
        return new Invoice(month(), account(), currency(), lines, new InvoicePayment(parts, fapiao));
    }

    /** The entries of a line that are shown together. */
    private record Part(BillingDay day, BigDecimal unitPrice) implements Comparable<Part> {

        @Override
        public int compareTo(Part other) {
            int byDay = day.compareTo(other.day);
            return byDay != 0 ? byDay : unitPrice.compareTo(other.unitPrice);
        }
    }

    /** Returns the month of the document. */
    public BillingMonth month() {
        return postedDay().month();
    }
}
