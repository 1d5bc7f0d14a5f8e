package io.billingcenter.domain.explain;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import java.util.List;

/**
 * An invoice with all the figures it is derived from.
 *
 * @param corrections documents that correct it or that it corrects
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
        List<Correction> corrections,
        List<Line> lines,
        List<DayExplanation> days,
        List<BillExplanation> bills)
        implements Explanation {

    /** The payment of the invoice at the end of its month, and the amount for which a fapiao can be issued. */
    public record Payment(Money voucher, Money prepaidCard, Money cash, Money cloud, Money owed, Money fapiao) {}

    /**
     * The relation to another document.
     *
     * @param relation {@code credits}, {@code credited by}, {@code replaced by} or {@code replaces}
     * @param number number of the other document
     * @param reason reason of the person who asked for it
     * @param by name of the person
     * @param on day of the request
     */
    public record Correction(String relation, String number, String reason, String by, BillingDay on) {}

    /** A line with the postings it adds up. */
    public record Line(InvoiceLine line, List<PostingExplanation> postings) {}
}
