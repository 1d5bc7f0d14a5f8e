package io.billingcenter.schema.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Table {@code voucher}: the vouchers of accounts. */
public final class VoucherTable {

    public static final Table TABLE = Table.named("voucher");

    public static final Column<String> VOUCHER_ID = TABLE.text("voucher_id");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<VoucherKind> KIND = TABLE.code("kind", VoucherKind::code, VoucherKind::ofCode);
    public static final Column<BigDecimal> AMOUNT = TABLE.decimal("amount");
    public static final Column<BillingDay> ACTIVATED = TABLE.day("activated");
    public static final Column<BillingDay> EXPIRES = TABLE.day("expires");

    private VoucherTable() {}

    /** Returns the row of a voucher. */
    public static TableRow row(Voucher voucher) {
        return TABLE.row()
                .set(VOUCHER_ID, voucher.id())
                .set(ACCOUNT_ID, voucher.account())
                .set(KIND, voucher.kind())
                .set(AMOUNT, voucher.amount())
                .set(ACTIVATED, voucher.activated())
                .set(EXPIRES, voucher.expires());
    }

    /** Returns the voucher that is in the current row. */
    public static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                VOUCHER_ID.get(row),
                ACCOUNT_ID.get(row),
                KIND.get(row),
                AMOUNT.get(row),
                ACTIVATED.get(row),
                EXPIRES.get(row));
    }
}
