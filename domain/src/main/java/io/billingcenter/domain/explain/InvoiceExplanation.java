package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/**
 * An invoice with everything it is made of.
 *
 * @param lines in the order of the invoice
 * @param days the workspace-days of its postings
 * @param bills the daily bills of its postings
 */
public record InvoiceExplanation(
        String number,
        BillingMonth month,
        BillingAccountId account,
        Money total,
        String state,
        Payment payment,
        List<Line> lines,
        List<DayExplanation> days,
        List<BillExplanation> bills)
        implements Explanation {

    /** How the invoice is paid at the end of its month, and what a fapiao may be issued for. */
    public record Payment(Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed, Money fapiao) {}

    /** A line and the postings that it adds up. */
    public record Line(InvoiceLine line, List<PostingExplanation> postings) {}
}
