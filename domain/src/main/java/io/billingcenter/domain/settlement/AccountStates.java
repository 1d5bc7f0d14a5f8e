package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The standing of every account on every day, and the funds of those that were asked for. */
public final class AccountStates {

    private final Map<BillingAccountId, Map<WalletKey, List<StatePeriod>>> periods = new HashMap<>();
    private final Map<WalletKey, Funds> funds;

    /**
     * The periods of wallets.
     *
     * @param periods of each wallet by number
     * @param funds of the wallets that were asked for
     */
    public AccountStates(Map<WalletKey, ? extends Collection<StatePeriod>> periods, Map<WalletKey, Funds> funds) {
        this.funds = Map.copyOf(funds);
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

    /** Returns whether the account has cash, cards or vouchers when the day begins, before its bills. */
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
