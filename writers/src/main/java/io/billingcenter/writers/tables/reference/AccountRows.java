package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.reference.ReferenceData;
import java.util.List;

/** Who owns and who pays: console accounts, billing accounts, workspaces, bindings, and cloud accounts that ended. */
final class AccountRows {

    private final RowInsert rows;

    AccountRows(RowInsert rows) {
        this.rows = rows;
    }

    void insert(ReferenceData data) {
        insertAccounts(data);
        insertWorkspaces(data);
        insertBindings(data);
        insertVendorReleases(data);
    }

    private void insertAccounts(ReferenceData data) {
        rows.insert("console_account", List.of("email", "name"), data.consoleAccounts(), account ->
                new Object[] {account.email(), account.name()});
        rows.insert(
                "billing_account",
                List.of("account_id", "username", "name", "currency", "certified"),
                data.billingAccounts(),
                account -> new Object[] {
                    account.id().value(),
                    account.username(),
                    account.name(),
                    account.currency().getCurrencyCode(),
                    account.certified()
                });
    }

    private void insertWorkspaces(ReferenceData data) {
        rows.insert(
                "workspace",
                List.of("workspace_id", "name", "site", "console_account", "storage_type", "channel", "created"),
                data.workspaces(),
                workspace -> new Object[] {
                    workspace.id().value(),
                    workspace.name(),
                    workspace.site(),
                    workspace.consoleAccount(),
                    workspace.storage().code(),
                    workspace.channel().code(),
                    workspace.created().date()
                });
    }

    private void insertBindings(ReferenceData data) {
        rows.insert(
                "binding",
                List.of("workspace_id", "from_day", "to_day", "account_id", "settlement", "vendor_account"),
                data.bindings(),
                binding -> new Object[] {
                    binding.workspace().value(),
                    binding.days().from().date(),
                    ReferenceCells.endOf(binding.days()),
                    binding.account().value(),
                    binding.settlement().code(),
                    binding.vendorAccount()
                });
    }

    private void insertVendorReleases(ReferenceData data) {
        rows.insert(
                "vendor_release",
                List.of("settlement", "vendor_account", "from_day"),
                data.vendorReleases(),
                release -> new Object[] {
                    release.settlement().code(),
                    release.vendorAccount(),
                    release.day().date()
                });
    }
}
