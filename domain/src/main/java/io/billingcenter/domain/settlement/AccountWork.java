package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import java.util.List;

/** The wallets of an account, and what has come to them. */
public record AccountWork(BillingAccountId account, List<WalletWork> wallets) {

    /** Keeps a copy of the wallets. */
    public AccountWork {
        wallets = List.copyOf(wallets);
    }

    /** A wallet and its news. */
    public record WalletWork(WalletState state, WalletEvents news) {}
}
