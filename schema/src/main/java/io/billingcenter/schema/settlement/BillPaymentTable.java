package io.billingcenter.schema.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.Column;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Table {@code bill_payment}: the payments of the shares of daily bills; a share is the part of one workspace that vouchers may, or may not, pay. */
public final class BillPaymentTable {

    public static final Table TABLE = Table.named("bill_payment");

    public static final Column<BillingDay> POSTED_DAY = TABLE.day("posted_day");
    public static final Column<BillingAccountId> ACCOUNT_ID = TABLE.account("account_id");
    public static final Column<SettlementMethod> SETTLEMENT = TABLE.settlement("settlement");
    public static final Column<Currency> CURRENCY = TABLE.currency("currency");
    public static final Column<WorkspaceId> WORKSPACE_ID = TABLE.workspaceOrEmpty("workspace_id");
    public static final Column<Boolean> ELIGIBLE = TABLE.flag("eligible");
    public static final Column<BigDecimal> VOUCHER = TABLE.decimal("voucher");
    public static final Column<BigDecimal> PREPAID_CARD = TABLE.decimal("prepaid_card");
    public static final Column<BigDecimal> CASH = TABLE.decimal("cash");
    public static final Column<BigDecimal> CLOUD = TABLE.decimal("cloud");
    public static final Column<BigDecimal> OWED = TABLE.decimal("owed");
    /** Numbers the settlements of the bill, from 1; the last one that changed the share. */
    public static final Column<Integer> SETTLEMENT_NUMBER = TABLE.number("settlement_number");

    /** The columns that name a row. */
    public static final List<Column<?>> KEY =
            List.of(POSTED_DAY, ACCOUNT_ID, SETTLEMENT, CURRENCY, WORKSPACE_ID, ELIGIBLE);

    static {
        TABLE.digests(WORKSPACE_ID, ELIGIBLE, VOUCHER, PREPAID_CARD, CASH, CLOUD, OWED, SETTLEMENT_NUMBER);
    }

    private static final List<Column<?>> PARTS = List.of(VOUCHER, PREPAID_CARD, CASH, CLOUD, OWED);

    private BillPaymentTable() {}

    /** Returns the row of a payment; of a further payment of the same share, with the parts that it adds. */
    public static TableRow row(WalletKey wallet, SharePayment payment) {
        PaymentParts parts = payment.parts();
        return TABLE.row()
                .set(POSTED_DAY, payment.bill().postedDay())
                .set(ACCOUNT_ID, wallet.account())
                .set(SETTLEMENT, payment.bill().settlement())
                .set(CURRENCY, wallet.currency())
                .set(WORKSPACE_ID, payment.share().workspace())
                .set(ELIGIBLE, payment.share().eligible())
                .set(VOUCHER, parts.voucher().amount())
                .set(PREPAID_CARD, parts.prepaidCard().amount())
                .set(CASH, parts.cash().amount())
                .set(CLOUD, parts.cloud().amount())
                .set(OWED, parts.owed().amount())
                .set(SETTLEMENT_NUMBER, payment.settlement());
    }

    /**
     * Adds payments to the shares that have been paid before.
     *
     * @return the rows of shares that have not
     */
    public static List<TableRow> addToPaid(JdbcTemplate jdbc, List<TableRow> payments) {
        String parts =
                PARTS.stream().map(part -> part + " = " + part + " + ?, ").collect(Collectors.joining());
        String shares = KEY.stream().map(column -> column + " = ?").collect(Collectors.joining(" AND "));
        List<Column<?>> bound = new ArrayList<>(PARTS);
        bound.add(SETTLEMENT_NUMBER);
        bound.addAll(KEY);
        int[] known = TABLE.execute(
                jdbc,
                "UPDATE " + TABLE + " SET " + parts + SETTLEMENT_NUMBER + " = ? WHERE " + shares,
                bound,
                payments);
        return IntStream.range(0, known.length)
                .filter(i -> known[i] == 0)
                .mapToObj(payments::get)
                .toList();
    }

    /** Returns the parts that pay the share in the current row. */
    public static PaymentParts parts(ResultSet row) throws SQLException {
        return new PaymentParts(
                WalletColumns.money(row, VOUCHER),
                WalletColumns.money(row, PREPAID_CARD),
                WalletColumns.money(row, CASH),
                WalletColumns.money(row, CLOUD),
                WalletColumns.money(row, OWED));
    }
}
