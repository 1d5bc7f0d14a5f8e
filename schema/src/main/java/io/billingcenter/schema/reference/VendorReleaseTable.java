package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.VendorRelease;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code vendor_release}: the cloud accounts that have ended. */
public final class VendorReleaseTable {

    public static final Table TABLE = Table.named("vendor_release");

    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<String> VENDOR_ACCOUNT = TABLE.text("vendor_account");
    public static final Column<BillingDay> FROM_DAY = TABLE.day("from_day");

    private VendorReleaseTable() {}

    /** Returns the row of a release. */
    public static TableRow row(VendorRelease release) {
        return TABLE.row()
                .set(SETTLEMENT, release.settlement())
                .set(VENDOR_ACCOUNT, release.vendorAccount())
                .set(FROM_DAY, release.day());
    }

    /** Returns the release that is in the current row. */
    public static VendorRelease vendorRelease(ResultSet row) throws SQLException {
        return new VendorRelease(SETTLEMENT.get(row), VENDOR_ACCOUNT.get(row), FROM_DAY.get(row));
    }
}
