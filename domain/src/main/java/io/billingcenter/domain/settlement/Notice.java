package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * What an account, or one of its workspaces, is told on a day.
 *
 * @param workspace null for the account itself
 * @param subject the cloud account that has ended; empty for the other kinds
 * @param daysLeft of a countdown; null for the other kinds
 * @param owed null where arrears are not the matter
 */
public record Notice(
        BillingDay day,
        WalletKey wallet,
        @Nullable WorkspaceId workspace,
        NoticeKind kind,
        String subject,
        @Nullable Integer daysLeft,
        @Nullable Money owed) {

    /** The same for the account, or for one of its workspaces. */
    public static Notice of(WalletKey wallet, @Nullable WorkspaceId workspace, AccountNotice told) {
        return new Notice(told.day(), wallet, workspace, told.kind(), "", told.daysLeft(), told.owed());
    }
}
