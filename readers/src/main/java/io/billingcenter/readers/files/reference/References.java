package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvRow;
import java.util.Set;
import java.util.TreeSet;

/** The ids that a row may refer to. */
record References(
        Set<String> siteCodes,
        KnownIds consoleAccounts,
        KnownIds billingAccounts,
        KnownIds workspaces,
        KnownIds packages,
        KnownIds cloudAccounts) {

    Cell<String> site(CsvRow row, String column) {
        return row.cell(column, ReferenceTypes.NAME)
                .require(siteCodes::contains, "one of the sites " + new TreeSet<>(siteCodes));
    }

    Cell<String> consoleAccount(CsvRow row, String column) {
        return consoleAccounts.require(row.cell(column, ReferenceTypes.EMAIL));
    }

    Cell<BillingAccountId> account(CsvRow row, String column) {
        return billingAccounts.require(row.cell(column, ReferenceTypes.ACCOUNT_ID));
    }

    Cell<WorkspaceId> workspace(CsvRow row, String column) {
        return workspaces.require(row.cell(column, ReferenceTypes.WORKSPACE_ID));
    }

    Cell<String> usagePackage(CsvRow row, String column) {
        return packages.require(row.cell(column, ReferenceTypes.ID));
    }
}
