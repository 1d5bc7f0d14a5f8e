package io.billingcenter.domain.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.Binding;
import io.billingcenter.domain.account.ReleasedVendors;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.time.BillingDay;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a cloud account has ended (billing rules 5.6), sent to the account and to each workspace bound to the
 * cloud account at that time.
 */
public final class ReleaseNotices {

    private ReleaseNotices() {}

    /**
     * Returns all such notices up to and including a day.
     *
     * @param bindings bindings as they were agreed, before the wallet takes over from ended cloud accounts
     */
    public static List<Notice> until(
            BillingDay day, Collection<Binding> bindings, ReleasedVendors released, AccountDirectory directory) {
        Set<Notice> notices = new LinkedHashSet<>();
        for (Binding binding : bindings) {
            released.endOf(binding).filter(end -> !day.isBefore(end)).ifPresent(end -> {
                BillingAccount account = directory.account(binding.account());
                notices.add(notice(account, null, binding, end));
                notices.add(notice(account, binding.workspace(), binding, end));
            });
        }
        return List.copyOf(notices);
    }

    private static Notice notice(
            BillingAccount account, @Nullable WorkspaceId workspace, Binding binding, BillingDay end) {
        return new Notice(
                end,
                new WalletKey(account.id(), account.currency()),
                workspace,
                NoticeKind.VENDOR_RELEASED,
                binding.settlement().code() + ":" + binding.vendorAccount(),
                null,
                null);
    }
}
