package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How every account stands on every day. */
public final class AccountStates {

    private final Map<BillingAccountId, Map<WalletKey, List<StatePeriod>>> periods = new HashMap<>();

    /**
     * The periods of wallets.
     *
     * @param periods of each wallet by number
     */
    public AccountStates(Map<WalletKey, ? extends Collection<StatePeriod>> periods) {
        periods.forEach((wallet, ofWallet) -> this.periods
                .computeIfAbsent(wallet.account(), key -> new HashMap<>())
                .put(wallet, List.copyOf(ofWallet)));
    }

    /** The worst standing of the account's wallets on the day. */
    public AccountStatus statusOn(BillingAccountId account, BillingDay day) {
        return periods.getOrDefault(account, Map.of()).values().stream()
                .map(ofWallet -> statusOf(ofWallet, day))
                .max(AccountStatus::compareTo)
                .orElse(AccountStatus.ACTIVE);
    }

    private static AccountStatus statusOf(List<StatePeriod> periods, BillingDay day) {
        AccountStatus status = AccountStatus.ACTIVE;
        for (StatePeriod period : periods) {
            if (!day.isBefore(period.from())) {
                status = period.status();
            }
        }
        return status;
    }
}
