package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import java.util.List;

/** The wallets of an account with the events that have not taken effect yet. */
public record AccountWork(BillingAccountId account, List<WalletWork> wallets) {

    /** Copies the list of wallets. */
    public AccountWork {
        wallets = List.copyOf(wallets);
    }

    /** A wallet and its new events. */
    public record WalletWork(WalletState state, WalletEvents events) {}
}
