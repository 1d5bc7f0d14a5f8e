package io.billingcenter.domain.journal;

import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import java.util.Map;

/**
 * A ledger request that pays no daily bill: a purchase, a recharge, an expiry or a clearing of arrears.
 *
 * @param credits amounts credited to the accounts of the ledger; below zero, debited
 */
public record Movement(JournalDocument document, Map<LedgerAccount, Money> credits) {

    /** Copies the amounts. */
    public Movement {
        credits = Map.copyOf(credits);
    }
}
