package io.billingcenter.domain.journal;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.invoicing.InvoiceLine;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.PaymentParts;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * An invoice or a credit note with what the journal needs of it.
 *
 * @param lines lines of the document
 * @param billed amounts of its postings by settlement method; they add up to the lines
 * @param paid payments of the daily bills of the account in the month by settlement method; they stand on one document of the
 *     account, month and currency, since a daily bill is paid as a whole
 */
public record BilledDocument(
        JournalDocument document,
        Currency currency,
        List<InvoiceLine> lines,
        Map<SettlementMethod, Money> billed,
        Map<SettlementMethod, PaymentParts> paid) {

    /** Copies the collections. */
    public BilledDocument {
        lines = List.copyOf(lines);
        billed = Map.copyOf(billed);
        paid = Map.copyOf(paid);
    }
}
