package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.Plan;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.BillChange;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.BillLine;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.LineSource;
import io.billingcenter.domain.settlement.ShareKey;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LinePaymentTable;
import io.billingcenter.schema.settlement.UnspreadBillTable;
import io.billingcenter.schema.settlement.WalletColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the daily bills that have changed since they were settled: the amounts posted now less those settled, by line. */
final class BillRows {

    /** The bills of accounts that have changed. */
    static final String DUE = """
            (SELECT DISTINCT account_id, posted_day FROM settlement_due
             WHERE account_id IN (:accounts) AND posted_day <= :until) d""";

    private static final String POSTED = """
            SELECT p.account_id, p.posted_day, p.settlement, p.currency, p.workspace_id, p.billing_day, p.meter,
              p.retention_days, p.agreement_id, p.amount
            FROM %s JOIN posting p ON p.account_id = d.account_id AND p.posted_day = d.posted_day""".formatted(DUE);

    private static final String SHARES = """
            SELECT b.account_id, b.posted_day, b.settlement, b.currency, b.workspace_id, b.eligible, b.settlement_number
            FROM %s JOIN bill_payment b ON b.account_id = d.account_id AND b.posted_day = d.posted_day""".formatted(DUE);

    private static final String SETTLED = """
            SELECT l.account_id, l.posted_day, l.settlement, l.currency, l.workspace_id, l.billing_day, l.meter,
              l.retention_days, l.agreement_id, l.paid
            FROM %s JOIN line_payment l ON l.posted_day = d.posted_day AND l.account_id = d.account_id""".formatted(DUE);

    private static final String UNSPREAD = """
            SELECT %s FROM %s JOIN unspread_bill u
              ON u.account_id = d.account_id AND u.posted_day = d.posted_day""".formatted(UnspreadBillTable.TABLE.columnList("u"), DUE);

    /**
     * Amounts that runs paid of the bills in question and that were not given back; what is still owed counts as paid.
     */
    private static final String PAID_BY_RUNS = """
            SELECT l.account_id, l.posted_day, l.settlement, l.currency, l.workspace_id, l.billing_day, l.meter,
              l.retention_days, l.agreement_id, l.source_number, l.side, l.instrument, SUM(l.left_change) AS left_amount
            FROM %s JOIN line_payment l ON l.posted_day = d.posted_day AND l.account_id = d.account_id
            JOIN ledger_entry e ON e.account_id = l.account_id AND e.currency = l.currency
              AND e.entry_number = l.source_number
            WHERE e.run_id IN (:runs) AND e.movement = 'bill'
            GROUP BY l.account_id, l.posted_day, l.settlement, l.currency, l.workspace_id, l.billing_day, l.meter,
              l.retention_days, l.agreement_id, l.source_number, l.side, l.instrument
            HAVING SUM(l.left_change) > 0""".formatted(DUE);

    private final NamedParameterJdbcTemplate jdbc;
    private final AccountDirectory directory;
    private final BillingDay until;
    private final UnspreadBills unspread;
    private final List<Long> unfinished;

    BillRows(
            NamedParameterJdbcTemplate jdbc,
            AccountDirectory directory,
            BillingDay until,
            UnspreadBills unspread,
            List<Long> unfinished) {
        this.unfinished = unfinished;
        this.jdbc = jdbc;
        this.directory = directory;
        this.until = until;
        this.unspread = unspread;
    }

    /** The changes of the bills of some accounts, and the payments that had to be spread over lines for them. */
    record Changes(Map<WalletKey, List<BillChange>> changes, UnspreadBills.Spread spread) {

        List<BillChange> of(WalletKey wallet) {
            return changes.getOrDefault(wallet, List.of());
        }

        /** Returns the accounts with lines that are given something back. */
        Set<String> accountsWithRefunds() {
            Set<String> accounts = new HashSet<>();
            changes.forEach((wallet, bills) -> {
                boolean any = bills.stream()
                        .anyMatch(bill -> !bill.reversals().isEmpty()
                                || bill.lines().stream()
                                        .anyMatch(line -> line.change().isNegative()));
                if (any) {
                    accounts.add(wallet.account().value());
                }
            });
            return accounts;
        }
    }

    /** Returns the changed bills of each wallet that has some, in their order. */
    Changes of(Collection<String> accounts) {
        Map<WalletKey, Map<BillKey, Bill>> bills = new HashMap<>();
        Map<String, Object> parameters = Map.of("accounts", accounts, "until", until.date());
        jdbc.query(POSTED, parameters, row -> {
            bill(bills, row).posted(WalletColumns.line(row), WalletColumns.money(row, PostingTable.AMOUNT));
        });
        Set<String> settledBefore = new HashSet<>();
        jdbc.query(SHARES, parameters, row -> {
            settledBefore.add(BillPaymentTable.ACCOUNT_ID.get(row).value());
            bill(bills, row).settled(WalletColumns.share(row), BillPaymentTable.SETTLEMENT_NUMBER.get(row));
        });
        UnspreadBills.Spread spread = new UnspreadBills.Spread();
        if (!settledBefore.isEmpty()) {
            jdbc.query(SETTLED, parameters, row -> {
                bill(bills, row).paid(WalletColumns.line(row), WalletColumns.money(row, LinePaymentTable.PAID));
            });
            unspread.spread(spread, UNSPREAD, parameters);
            spread.forEach((wallet, payment) -> paid(bills, wallet, payment));
        }
        if (!settledBefore.isEmpty() && !unfinished.isEmpty()) {
            Map<String, Object> ofRuns = new HashMap<>(parameters);
            ofRuns.put("runs", unfinished);
            jdbc.query(PAID_BY_RUNS, ofRuns, row -> {
                bill(bills, row).payAnew(source(row));
            });
        }
        Map<WalletKey, List<BillChange>> changes = new HashMap<>();
        bills.forEach((wallet, ofWallet) -> {
            List<BillChange> changed = new ArrayList<>();
            ofWallet.forEach((key, bill) -> changed.add(bill.change(key, directory)));
            changes.put(wallet, changed);
        });
        return new Changes(changes, spread);
    }

    /** Returns the source in the current row; the query adds up its remainder as {@code left_amount}. */
    private static LineSource source(ResultSet row) throws SQLException {
        return LinePaymentTable.source(row, WalletColumns.money(row, "left_amount"));
    }

    private static Bill bill(Map<WalletKey, Map<BillKey, Bill>> bills, ResultSet row) throws SQLException {
        return bills.computeIfAbsent(WalletColumns.wallet(row), wallet -> new TreeMap<>())
                .computeIfAbsent(WalletColumns.bill(row), key -> new Bill());
    }

    private static void paid(Map<WalletKey, Map<BillKey, Bill>> bills, WalletKey wallet, LinePayment payment) {
        Bill bill = bills.getOrDefault(wallet, Map.of()).get(payment.bill());
        if (bill != null) {
            bill.paid(payment.line(), payment.paid());
        }
    }

    /** A bill while its rows are read. */
    private static final class Bill {

        private final Map<LineKey, Money> changes = new HashMap<>();
        private final Set<ShareKey> known = new HashSet<>();
        private final List<LineSource> reversals = new ArrayList<>();
        private int settlements;

        void posted(LineKey line, Money amount) {
            changes.merge(line, amount, Money::plus);
        }

        void paid(LineKey line, Money amount) {
            changes.merge(line, amount.negated(), Money::plus);
        }

        void payAnew(LineSource source) {
            changes.merge(source.line(), source.left(), Money::plus);
            reversals.add(source);
        }

        void settled(ShareKey share, int settlement) {
            known.add(share);
            settlements = Math.max(settlements, settlement);
        }

        BillChange change(BillKey key, AccountDirectory directory) {
            List<BillLine> lines = new ArrayList<>();
            changes.forEach((line, change) -> {
                boolean isPaidAnew =
                        reversals.stream().anyMatch(source -> source.line().equals(line));
                if (!change.isZero() || !known.contains(line.share()) || isPaidAnew) {
                    lines.add(new BillLine(
                            line,
                            change,
                            isForVouchers(line, directory),
                            UnspreadBills.vendorAccount(line, key, directory)));
                }
            });
            return new BillChange(key, settlements, lines, reversals);
        }

        /** Vouchers are for the commercial plan only (billing rules 6.2): not for what a private deployment costs. */
        private static boolean isForVouchers(LineKey line, AccountDirectory directory) {
            WorkspaceId workspace = line.workspace();
            boolean isPrivate = workspace != null
                    && (!line.agreement().isEmpty() || directory.plan(workspace, line.billingDay()) == Plan.PRIVATE);
            return line.share().eligible() && !isPrivate;
        }
    }
}
