package io.billingcenter.readers.tables.reference;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.pricing.PackageKind;
import io.billingcenter.domain.pricing.TrafficPack;
import io.billingcenter.domain.pricing.UsagePackage;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Unlock;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** What accounts pay with and what they bought, from the tables of the import. */
final class WalletTableReader {

    private static final String ACCOUNT_ID = "account_id";
    private static final String PACKAGE_ID = "package_id";
    private static final String AMOUNT = "amount";

    private static final String SELECT_VOUCHERS =
            "SELECT voucher_id, account_id, kind, amount, activated, expires FROM voucher ORDER BY voucher_id";
    private static final String SELECT_CARDS =
            "SELECT card_id, account_id, amount, purchased, expires FROM prepaid_card ORDER BY card_id";
    private static final String SELECT_RECHARGES =
            "SELECT recharge_id, account_id, amount, posted_day FROM recharge ORDER BY recharge_id";
    private static final String SELECT_PACKAGES =
            "SELECT package_id, account_id, package, from_day, workspaces FROM package ORDER BY package_id";
    private static final String SELECT_PACKS =
            "SELECT pack_id, package_id, meter, quantity, discount FROM traffic_pack ORDER BY pack_id";
    private static final String SELECT_UNLOCKS =
            "SELECT account_id, from_day FROM account_unlock ORDER BY account_id, from_day";

    private final JdbcTemplate jdbc;

    WalletTableReader(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<Voucher> vouchers() {
        return jdbc.query(SELECT_VOUCHERS, (row, number) -> voucher(row));
    }

    List<PrepaidCard> prepaidCards() {
        return jdbc.query(SELECT_CARDS, (row, number) -> card(row));
    }

    List<Recharge> recharges() {
        return jdbc.query(SELECT_RECHARGES, (row, number) -> recharge(row));
    }

    List<UsagePackage> packages() {
        return jdbc.query(SELECT_PACKAGES, (row, number) -> usagePackage(row));
    }

    List<TrafficPack> trafficPacks() {
        return jdbc.query(SELECT_PACKS, (row, number) -> pack(row));
    }

    List<Unlock> unlocks() {
        return jdbc.query(SELECT_UNLOCKS, (row, number) -> new Unlock(account(row), Columns.day(row, "from_day")));
    }

    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getString("voucher_id"),
                account(row),
                Columns.known(VoucherKind.ofCode(row.getString("kind")), "kind"),
                row.getBigDecimal(AMOUNT),
                Columns.day(row, "activated"),
                Columns.day(row, "expires"));
    }

    private static PrepaidCard card(ResultSet row) throws SQLException {
        return new PrepaidCard(
                row.getString("card_id"),
                account(row),
                row.getBigDecimal(AMOUNT),
                Columns.day(row, "purchased"),
                Columns.day(row, "expires"));
    }

    private static Recharge recharge(ResultSet row) throws SQLException {
        return new Recharge(
                row.getString("recharge_id"), account(row), row.getBigDecimal(AMOUNT), Columns.day(row, "posted_day"));
    }

    private static UsagePackage usagePackage(ResultSet row) throws SQLException {
        return new UsagePackage(
                row.getString(PACKAGE_ID),
                account(row),
                Columns.known(PackageKind.ofCode(row.getString("package")), "package"),
                Columns.day(row, "from_day"),
                Stream.of(row.getString("workspaces").split(";", -1))
                        .map(WorkspaceId::new)
                        .toList());
    }

    private static TrafficPack pack(ResultSet row) throws SQLException {
        return new TrafficPack(
                row.getString("pack_id"),
                row.getString(PACKAGE_ID),
                Columns.known(Meter.ofCode(row.getString("meter")), "meter"),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("discount"));
    }

    private static BillingAccountId account(ResultSet row) throws SQLException {
        return new BillingAccountId(row.getString(ACCOUNT_ID));
    }
}
