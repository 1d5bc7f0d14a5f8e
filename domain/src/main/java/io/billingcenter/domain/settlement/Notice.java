package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A message to an account, or to one of its workspaces, on a billing day.
 *
 * @param workspace null if the message is to the account itself
 * @param subject cloud account that has ended; empty for other kinds
 * @param daysLeft days left in a countdown; null for other kinds
 * @param owed amount owed; null if the notice is not about arrears
 */
public record Notice(
        BillingDay day,
        WalletKey wallet,
        @Nullable WorkspaceId workspace,
        NoticeKind kind,
        String subject,
        @Nullable Integer daysLeft,
        @Nullable Money owed) {

    /** Returns an account notice addressed to the account, or to one of its workspaces. */
    public static Notice of(WalletKey wallet, @Nullable WorkspaceId workspace, AccountNotice told) {
        return new Notice(told.day(), wallet, workspace, told.kind(), "", told.daysLeft(), told.owed());
    }
}
