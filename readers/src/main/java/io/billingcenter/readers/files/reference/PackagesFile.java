package io.billingcenter.readers.files.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.files.csv.Cell;
import io.billingcenter.readers.files.csv.CsvFormat;
import io.billingcenter.readers.files.csv.CsvRow;
import io.billingcenter.readers.files.csv.CsvTable;
import io.billingcenter.readers.files.csv.Located;
import io.billingcenter.readers.files.csv.UniqueKeys;
import io.billingcenter.readers.files.csv.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Yearly packages of accounts, {@code packages.csv} (billing rules 2.6, 6.3).
 *
 * <pre>
 * package_id,account_id,package,from,workspaces
 * pkg-1,acct-aurora,starter,2026-01-05,ws-production;ws-staging
 * pkg-2,acct-lotus,growth,2026-03-01,ws-shop
 * </pre>
 *
 * <ul>
 *   <li>package_id: identifies the package
 *   <li>account_id: an account of {@code billing_accounts.csv}, in CNY
 *   <li>package: {@code starter}, {@code growth} or {@code enterprise}
 *   <li>from: first day of its year
 *   <li>workspaces: the workspaces it serves, in order, separated by {@code ;}; at least one, no repeats
 * </ul>
 */
final class PackagesFile {

    static final String PACKAGE_ID = "package_id";
    static final String ACCOUNT_ID = "account_id";
    private static final String PACKAGE = "package";
    private static final String FROM = "from";
    private static final String WORKSPACES = "workspaces";

    static final CsvFormat FORMAT = CsvFormat.of("packages.csv", PACKAGE_ID, ACCOUNT_ID, PACKAGE, FROM, WORKSPACES);

    private static final int LONGEST_LIST = 4000;

    private static final ValueType<PackageKind> KINDS = ValueType.oneOf(
            Stream.of(PackageKind.values()).map(PackageKind::code).toList(), PackageKind::ofCode);
    private static final ValueType<List<WorkspaceId>> WORKSPACE_LIST = ValueType.checked(
            "workspace ids separated by ';', at most " + LONGEST_LIST + " characters", PackagesFile::workspaces);

    private PackagesFile() {}

    static List<Located<UsagePackage>> read(CsvTable table, References references) {
        UniqueKeys<String> ids = new UniqueKeys<>("an id");
        return table.facts(row -> usagePackage(row, references, ids));
    }

    private static Optional<UsagePackage> usagePackage(CsvRow row, References references, UniqueKeys<String> ids) {
        Cell<String> id = row.cell(PACKAGE_ID, ReferenceTypes.ID);
        Cell<BillingAccountId> account = references.account(row, ACCOUNT_ID);
        Cell<PackageKind> kind = row.cell(PACKAGE, KINDS);
        Cell<BillingDay> from = row.cell(FROM, ValueType.DAY);
        Cell<List<WorkspaceId>> workspaces = row.cell(WORKSPACES, WORKSPACE_LIST)
                .require(PackagesFile::allDifferent, "no workspace twice")
                .require(
                        all -> all.stream().allMatch(references.workspaces()::contains),
                        "workspaces that have a row in " + WorkspacesFile.FORMAT.file());
        ids.claim(id);
        return row.fact(() -> new UsagePackage(id.get(), account.get(), kind.get(), from.get(), workspaces.get()));
    }

    private static List<WorkspaceId> workspaces(String text) {
        if (text.length() > LONGEST_LIST) {
            throw new IllegalArgumentException(
                    "Expected at most " + LONGEST_LIST + " characters, found " + text.length());
        }
        return Stream.of(text.split(";", -1)).map(WorkspaceId::new).toList();
    }

    private static boolean allDifferent(List<WorkspaceId> workspaces) {
        return workspaces.stream().distinct().count() == workspaces.size();
    }
}
