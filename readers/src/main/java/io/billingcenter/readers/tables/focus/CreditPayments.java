package io.billingcenter.readers.tables.focus;

import io.billingcenter.readers.tables.focus.LinePaymentParts.Parts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the payments of a line on a posted day over its postings of that day. Each run settles what it has posted, so that the
 * payments come in the order of the postings and add up to each of them.
 */
final class CreditPayments {

    /** A payment, below zero for a refund; of any side, in the order of the ledger. */
    record Payment(String side, String instrument, BigDecimal paid) {}

    private CreditPayments() {}

    /**
     * Returns the parts of each posting.
     *
     * @param amounts of the postings, oldest first
     * @param payments oldest first
     */
    static List<Parts> divide(List<BigDecimal> amounts, List<Payment> payments) {
        List<Parts> divided = new ArrayList<>();
        int next = 0;
        BigDecimal left = payments.isEmpty() ? BigDecimal.ZERO : payments.get(0).paid();
        for (BigDecimal amount : amounts) {
            Parts parts = new Parts();
            BigDecimal open = amount;
            while (open.signum() != 0 && next < payments.size()) {
                Payment payment = payments.get(next);
                boolean isMore = left.signum() == open.signum() && left.abs().compareTo(open.abs()) > 0;
                BigDecimal part = isMore ? open : left;
                parts.add(payment.side(), payment.instrument(), part);
                open = open.subtract(part);
                left = left.subtract(part);
                if (left.signum() == 0) {
                    next++;
                    left = next < payments.size() ? payments.get(next).paid() : BigDecimal.ZERO;
                }
            }
            divided.add(parts);
        }
        return divided;
    }
}
