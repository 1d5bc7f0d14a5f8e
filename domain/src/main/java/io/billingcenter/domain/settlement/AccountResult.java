package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.ArrayList;
import java.util.List;

/** The effect of a settlement on the wallets of an account, with the notices it gave rise to. */
public record AccountResult(BillingAccountId account, List<WalletResult> wallets, List<Notice> notices) {

    /** Keeps copies of the lists. */
    public AccountResult {
        wallets = List.copyOf(wallets);
        notices = List.copyOf(notices);
    }

    /** Settles the wallets of an account up to and including a day. */
    public static AccountResult of(
            AccountWork work, Settlement settlement, BillingDay until, AccountDirectory directory) {
        List<WalletResult> results = work.wallets().stream()
                .map(wallet -> settlement.settle(wallet.state(), wallet.events(), until))
                .toList();
        List<Notice> notices = new ArrayList<>();
        for (WalletResult result : results) {
            WalletKey wallet = result.after().key();
            for (AccountNotice told : result.notices()) {
                notices.add(Notice.of(wallet, null, told));
                for (WorkspaceId workspace : directory.workspacesOf(work.account(), told.day())) {
                    notices.add(Notice.of(wallet, workspace, told));
                }
            }
        }
        return new AccountResult(work.account(), results, notices);
    }
}
