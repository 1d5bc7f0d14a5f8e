package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import java.util.Comparator;
import java.util.Currency;

/** The key of a wallet: an account in one currency. An account has a second wallet only if its currency was changed. */
public record WalletKey(BillingAccountId account, Currency currency) implements Comparable<WalletKey> {

    private static final Comparator<WalletKey> ORDER = Comparator.comparing(WalletKey::account)
            .thenComparing(key -> key.currency().getCurrencyCode());

    @Override
    public int compareTo(WalletKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return account + "/" + currency;
    }
}
