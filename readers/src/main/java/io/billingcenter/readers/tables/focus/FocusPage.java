package io.billingcenter.readers.tables.focus;

import io.billingcenter.readers.tables.paging.BilledAccount;
import io.billingcenter.readers.tables.paging.BilledAccountPage;
import org.jspecify.annotations.Nullable;

/**
 * A page: accounts that follow each other, or workspaces of one account that has too many lines for a page.
 *
 * @param workspaces null for all workspaces
 */
record FocusPage(BilledAccountPage accounts, @Nullable Workspaces workspaces) {

    /**
     * Workspaces from one to another, both included.
     *
     * @param isLast whether no other page of the account follows
     */
    record Workspaces(String first, String last, boolean isFirst, boolean isLast) {}

    boolean endsAccounts() {
        return workspaces == null || workspaces.isLast();
    }

    boolean beginsAccounts() {
        return workspaces == null || workspaces.isFirst();
    }

    String firstAccount() {
        return account(0).account().value();
    }

    String lastAccount() {
        return account(accounts.accounts().size() - 1).account().value();
    }

    private BilledAccount account(int index) {
        return accounts.accounts().get(index);
    }
}
