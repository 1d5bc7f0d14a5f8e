package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Table {@code package}: the packages that accounts bought. */
public final class PackageTable {

    public static final Table TABLE = Table.named("package");

    public static final Column<String> PACKAGE_ID = TABLE.text("package_id");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<PackageKind> PACKAGE = TABLE.code("package", PackageKind::code, PackageKind::ofCode);
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");
    /** Ids in their order, separated by semicolons. */
    public static final Column<String> WORKSPACES = TABLE.text("workspaces");

    private static final String SEPARATOR = ";";

    private PackageTable() {}

    /** Returns the row of a package. */
    public static TableRow row(UsagePackage bought) {
        return TABLE.row()
                .set(PACKAGE_ID, bought.id())
                .set(ACCOUNT_ID, bought.account())
                .set(PACKAGE, bought.kind())
                .set(FROM_DAY, bought.from())
                .set(
                        WORKSPACES,
                        bought.workspaces().stream().map(WorkspaceId::value).collect(Collectors.joining(SEPARATOR)));
    }

    /** Returns the package that is in the current row. */
    public static UsagePackage usagePackage(ResultSet row) throws SQLException {
        return new UsagePackage(
                PACKAGE_ID.get(row),
                ACCOUNT_ID.get(row),
                PACKAGE.get(row),
                FROM_DAY.get(row),
                Stream.of(WORKSPACES.get(row).split(SEPARATOR, -1))
                        .map(WorkspaceId::new)
                        .toList());
    }
}
