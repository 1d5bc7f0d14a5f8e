package io.billingcenter.writers.tables.reference;

import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.reference.ReferenceData;
import java.util.List;
import java.util.stream.Collectors;

/** What accounts pay with and what they bought: vouchers, cards, recharges, packages and traffic packs; and unlocks. */
final class WalletReferenceRows {

    private final RowInsert rows;

    WalletReferenceRows(RowInsert rows) {
        this.rows = rows;
    }

    void insert(ReferenceData data) {
        insertVouchers(data);
        insertMoney(data);
        insertPackages(data);
        insertUnlocks(data);
    }

    private void insertVouchers(ReferenceData data) {
        rows.insert(
                "voucher",
                List.of("voucher_id", "account_id", "kind", "amount", "activated", "expires"),
                data.vouchers(),
                voucher -> new Object[] {
                    voucher.id(),
                    voucher.account().value(),
                    voucher.kind().code(),
                    voucher.amount(),
                    voucher.activated().date(),
                    voucher.expires().date()
                });
    }

    private void insertMoney(ReferenceData data) {
        rows.insert(
                "prepaid_card",
                List.of("card_id", "account_id", "amount", "purchased", "expires"),
                data.prepaidCards(),
                card -> new Object[] {
                    card.id(),
                    card.account().value(),
                    card.amount(),
                    card.purchased().date(),
                    card.expires().date()
                });
        rows.insert(
                "recharge",
                List.of("recharge_id", "account_id", "amount", "posted_day"),
                data.recharges(),
                recharge -> new Object[] {
                    recharge.id(),
                    recharge.account().value(),
                    recharge.amount(),
                    recharge.day().date()
                });
    }

    private void insertPackages(ReferenceData data) {
        rows.insert(
                "package",
                List.of("package_id", "account_id", "package", "from_day", "workspaces"),
                data.packages(),
                bought -> new Object[] {
                    bought.id(),
                    bought.account().value(),
                    bought.kind().code(),
                    bought.from().date(),
                    bought.workspaces().stream().map(WorkspaceId::value).collect(Collectors.joining(";"))
                });
        rows.insert(
                "traffic_pack",
                List.of("pack_id", "package_id", "meter", "quantity", "discount"),
                data.trafficPacks(),
                pack -> new Object[] {pack.id(), pack.packageId(), pack.meter().code(), pack.quantity(), pack.discount()
                });
    }

    private void insertUnlocks(ReferenceData data) {
        rows.insert("account_unlock", List.of("account_id", "from_day"), data.unlocks(), unlock ->
                new Object[] {unlock.account().value(), unlock.day().date()});
    }
}
