package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/**
 * An invoice with all the figures it is derived from.
 *
 * @param lines lines in the order of the invoice
 * @param days workspace-days of its postings
 * @param bills daily bills of its postings
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

    /** The payment of the invoice at the end of its month, and the amount for which a fapiao can be issued. */
    public record Payment(Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed, Money fapiao) {}

    /** A line with the postings it adds up. */
    public record Line(InvoiceLine line, List<PostingExplanation> postings) {}
}
