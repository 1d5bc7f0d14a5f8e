package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The standing of every account on every day, and the funds of the wallets that were requested. */
public final class AccountStates {

    private final Map<BillingAccountId, Map<WalletKey, List<StatePeriod>>> periods = new HashMap<>();
    private final Map<WalletKey, Funds> funds;

    /**
     * Creates the states from the periods of wallets.
     *
     * @param periods periods of each wallet, by ascending number
     * @param funds funds of the wallets for which they were requested
     */
    public AccountStates(Map<WalletKey, ? extends Collection<StatePeriod>> periods, Map<WalletKey, Funds> funds) {
        this.funds = Map.copyOf(funds);
        periods.forEach((wallet, ofWallet) -> this.periods
                .computeIfAbsent(wallet.account(), key -> new HashMap<>())
                .put(wallet, List.copyOf(ofWallet)));
    }

    /** Returns the worst standing among the wallets of the account on the day. */
    public AccountStatus statusOn(BillingAccountId account, BillingDay day) {
        return periods.getOrDefault(account, Map.of()).values().stream()
                .map(ofWallet -> statusOf(ofWallet, day))
                .max(AccountStatus::compareTo)
                .orElse(AccountStatus.ACTIVE);
    }

    /** Returns whether the account has cash, cards or vouchers at the start of the day, before its bills are paid. */
    public boolean hasFunds(BillingAccountId account, BillingDay day) {
        return funds.entrySet().stream()
                .anyMatch(wallet -> wallet.getKey().account().equals(account)
                        && wallet.getValue().on(day));
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
