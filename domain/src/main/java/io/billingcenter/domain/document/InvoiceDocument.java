package io.billingcenter.domain.document;

import io.billingcenter.domain.invoicing.Buyer;
import io.billingcenter.domain.invoicing.DocumentKind;
import io.billingcenter.domain.invoicing.Seller;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import java.util.List;

/**
 * An invoice or credit note as it is printed.
 *
 * @param sections usage and fees by workspace, those without a workspace last
 * @param adjustments changes of earlier amounts, by day
 * @param payment what paid the document; its parts add up to the total
 * @param balance balance of the wallet at the end of the month
 * @param days amount of each day of the month; none on a credit note
 */
public record InvoiceDocument(
        DocumentHead head,
        Seller seller,
        Buyer buyer,
        List<WorkspaceSection> sections,
        List<AdjustmentLine> adjustments,
        PaymentParts payment,
        WalletBalance balance,
        List<DayAmount> days) {

    /** Copies the lists and checks that lines, payments and days add up to the same amount. */
    public InvoiceDocument {
        sections = List.copyOf(sections);
        adjustments = List.copyOf(adjustments);
        days = List.copyOf(days);
        Money total = sum(head, sections, adjustments);
        requireSum(head, "payments", total, payment.total());
        if (head.kind() == DocumentKind.INVOICE) {
            Money ofDays = days.stream().map(DayAmount::amount).reduce(Money.zero(head.currency()), Money::plus);
            requireSum(head, "amounts of its days", total, ofDays);
        }
    }

    /** Returns the sum of all lines. */
    public Money total() {
        return sum(head, sections, adjustments);
    }

    /** Returns the sum of the adjustments. */
    public Money adjusted() {
        return adjustments.stream().map(AdjustmentLine::amount).reduce(Money.zero(head.currency()), Money::plus);
    }

    private static Money sum(DocumentHead head, List<WorkspaceSection> sections, List<AdjustmentLine> adjustments) {
        Money sum = Money.zero(head.currency());
        for (WorkspaceSection section : sections) {
            sum = sum.plus(section.subtotal());
        }
        for (AdjustmentLine adjustment : adjustments) {
            sum = sum.plus(adjustment.amount());
        }
        return sum;
    }

    private static void requireSum(DocumentHead head, String parts, Money total, Money found) {
        if (!total.equals(found)) {
            throw new IllegalArgumentException(
                    "Expected the " + parts + " of " + head.kind().code() + " "
                            + head.number() + " of account " + head.account().id() + " to add up to its lines, " + total
                            + ", found " + found);
        }
    }
}
