package io.billingcenter.readers.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.BillChange;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.BillShare;
import io.billingcenter.domain.settlement.ShareKey;
import io.billingcenter.domain.settlement.VoucherEligibility;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** The daily bills that have changed since they were settled: what is posted now, less what was settled, by share. */
final class BillRows {

    private static final String DUE = """
            (SELECT DISTINCT account_id, posted_day FROM settlement_due
             WHERE account_id IN (:accounts) AND posted_day <= :until) d""";

    private static final String POSTED = """
            SELECT account_id, posted_day, settlement, currency, workspace_id, eligible, SUM(amount) AS amount,
              MAX(billing_day) AS billing_day
            FROM (SELECT p.account_id, p.posted_day, p.settlement, p.currency, p.workspace_id, p.amount, p.billing_day,
                    CASE WHEN p.meter IN (:ineligible) THEN 0 ELSE 1 END AS eligible
                  FROM %s JOIN posting p ON p.account_id = d.account_id AND p.posted_day = d.posted_day) line
            GROUP BY account_id, posted_day, settlement, currency, workspace_id, eligible""".formatted(DUE);

    private static final String SETTLED = """
            SELECT b.account_id, b.posted_day, b.settlement, b.currency, b.workspace_id,
              CASE WHEN b.eligible = TRUE THEN 1 ELSE 0 END AS eligible, b.settlement_number,
              b.voucher + b.prepaid_card + b.cash + b.cloud + b.owed AS amount
            FROM %s JOIN bill_payment b ON b.account_id = d.account_id AND b.posted_day = d.posted_day""".formatted(DUE);

    private final NamedParameterJdbcTemplate jdbc;
    private final AccountDirectory directory;
    private final BillingDay until;

    BillRows(NamedParameterJdbcTemplate jdbc, AccountDirectory directory, BillingDay until) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.until = until;
    }

    /** The changed bills of each wallet that has some, in their order. */
    Map<WalletKey, List<BillChange>> of(Collection<String> accounts) {
        Map<WalletKey, Map<BillKey, Bill>> bills = new HashMap<>();
        Map<String, Object> parameters = Map.of(
                "accounts", accounts, "until", until.date(), "ineligible", VoucherEligibility.ineligibleMeters());
        jdbc.query(POSTED, parameters, row -> {
            bill(bills, row).posted(share(row), WalletColumns.money(row, "amount"), Columns.day(row, "billing_day"));
        });
        jdbc.query(SETTLED, parameters, row -> {
            bill(bills, row).settled(share(row), WalletColumns.money(row, "amount"), row.getInt("settlement_number"));
        });
        Map<WalletKey, List<BillChange>> changes = new HashMap<>();
        bills.forEach((wallet, ofWallet) -> {
            List<BillChange> changed = new ArrayList<>();
            ofWallet.forEach((key, bill) -> changed.add(bill.change(key, directory)));
            changes.put(wallet, changed);
        });
        return changes;
    }

    private static Bill bill(Map<WalletKey, Map<BillKey, Bill>> bills, ResultSet row) throws SQLException {
        return bills.computeIfAbsent(WalletColumns.wallet(row), wallet -> new TreeMap<>())
                .computeIfAbsent(WalletColumns.bill(row), key -> new Bill());
    }

    private static ShareKey share(ResultSet row) throws SQLException {
        return new ShareKey(WalletColumns.workspaceOrNone(row), row.getInt("eligible") == 1);
    }

    /** A bill while its rows are read. */
    private static final class Bill {

        private final Map<ShareKey, Money> changes = new TreeMap<>();
        private final Map<ShareKey, BillingDay> lastDays = new HashMap<>();
        private int settlements;

        void posted(ShareKey share, Money amount, BillingDay lastDay) {
            changes.merge(share, amount, Money::plus);
            lastDays.put(share, lastDay);
        }

        void settled(ShareKey share, Money amount, int settlement) {
            changes.merge(share, amount.negated(), Money::plus);
            settlements = Math.max(settlements, settlement);
        }

        BillChange change(BillKey key, AccountDirectory directory) {
            List<BillShare> shares = new ArrayList<>();
            changes.forEach((share, change) -> {
                if (!change.isZero()) {
                    BillingDay day = lastDays.getOrDefault(share, key.postedDay());
                    shares.add(new BillShare(share, change, vendorAccount(share.workspace(), key, day, directory)));
                }
            });
            return new BillChange(key, settlements, shares);
        }

        private static String vendorAccount(
                @Nullable WorkspaceId workspace, BillKey key, BillingDay day, AccountDirectory directory) {
            return workspace == null || key.settlement() == SettlementMethod.WALLET
                    ? ""
                    : directory.vendorAccount(workspace, key.settlement(), day).orElse("");
        }
    }
}
