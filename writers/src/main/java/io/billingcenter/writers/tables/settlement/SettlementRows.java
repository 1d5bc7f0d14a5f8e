package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.OwedBill;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletResult;
import io.billingcenter.domain.settlement.WalletState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.settlement.AccountStateTable;
import io.billingcenter.schema.settlement.AppliedUnlockTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.BillSourceTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.LinePaymentTable;
import io.billingcenter.schema.settlement.MarketplaceRecordTable;
import io.billingcenter.schema.settlement.OwedBillTable;
import io.billingcenter.schema.settlement.SettlementDueTable;
import io.billingcenter.schema.settlement.SettlementTaskTable;
import io.billingcenter.schema.settlement.UnspreadBillTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import io.billingcenter.schema.settlement.WalletTable;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows of a chunk of settled accounts, collected by table so that each table is written in one batch. */
final class SettlementRows {

    private static final String DELETE_DUE = "DELETE FROM " + SettlementDueTable.TABLE + " WHERE "
            + SettlementDueTable.ACCOUNT_ID + " = ? AND " + SettlementDueTable.POSTED_DAY + " <= ?";

    private record WalletBill(WalletKey wallet, BillKey bill) {}

    private final BillingDay until;
    private final long runId;
    private final SettlementTotals totals = new SettlementTotals();
    private final List<TableRow> done = new ArrayList<>();
    private final List<TableRow> due = new ArrayList<>();
    private final List<TableRow> wallets = new ArrayList<>();
    private final List<TableRow> balances = new ArrayList<>();
    private final List<TableRow> entries = new ArrayList<>();
    private final List<TableRow> owedBefore = new ArrayList<>();
    private final List<TableRow> owed = new ArrayList<>();
    private final List<TableRow> linePayments = new ArrayList<>();
    /** Bills whose payments were spread over their lines. */
    private final Set<WalletBill> spreadBills = new LinkedHashSet<>();

    /** Payments of bills that have been settled before. */
    private final List<TableRow> furtherPayments = new ArrayList<>();

    private final List<TableRow> payments = new ArrayList<>();
    private final List<TableRow> marketplace = new ArrayList<>();
    private final List<TableRow> states = new ArrayList<>();
    private final List<TableRow> unlocks = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final TreeSet<BillingDay> changedDays = new TreeSet<>();

    /**
     * Collects the rows of a run.
     *
     * @param until last day that was settled
     */
    SettlementRows(BillingDay until, long runId) {
        this.until = until;
        this.runId = runId;
    }

    void add(AccountResult result) {
        BillingAccountId account = result.account();
        done.add(SettlementTaskTable.TABLE.row().set(SettlementTaskTable.ACCOUNT_ID, account));
        due.add(SettlementDueTable.TABLE
                .row()
                .set(SettlementDueTable.ACCOUNT_ID, account)
                .set(SettlementDueTable.POSTED_DAY, until));
        notices.addAll(result.notices());
        result.wallets().stream().filter(SettlementRows::isTouched).forEach(this::add);
    }

    /** A wallet in which nothing has ever happened gets no row, so that accounts without money take no space. */
    private static boolean isTouched(WalletResult result) {
        return result.before().lastNumber() != 0
                || !result.entries().isEmpty()
                || !result.payments().isEmpty()
                || !result.linePayments().isEmpty()
                || !result.unlocks().isEmpty();
    }

    private void add(WalletResult result) {
        WalletKey wallet = result.after().key();
        wallets.add(WalletTable.row(result.after()));
        addBalances(result);
        result.changedBills().forEach(bill -> addOwed(result.before(), bill));
        result.payments().forEach(payment -> {
            changedDays.add(payment.bill().postedDay());
            (payment.settlement() == 1 ? payments : furtherPayments).add(BillPaymentTable.row(wallet, payment));
        });
        result.linePayments().stream()
                .filter(payment -> payment.entry() == 0)
                .forEach(payment -> spreadBills.add(new WalletBill(wallet, payment.bill())));
        totals.add(
                result,
                List.of(
                        addAll(entries, result.entries(), entry -> LedgerEntryTable.row(entry, runId)),
                        addAll(linePayments, result.linePayments(), payment -> LinePaymentTable.row(wallet, payment)),
                        addAll(marketplace, result.marketplace(), record -> MarketplaceRecordTable.row(wallet, record)),
                        addAll(states, result.periods(), period -> AccountStateTable.row(wallet, period)),
                        addAll(unlocks, result.unlocks(), day -> AppliedUnlockTable.row(wallet, day))));
    }

    /** Adds the rows of facts, and returns them: the totals count the very rows that are written. */
    private static <T> List<TableRow> addAll(List<TableRow> rows, List<T> facts, Function<T, TableRow> row) {
        int from = rows.size();
        facts.forEach(fact -> rows.add(row.apply(fact)));
        return List.copyOf(rows.subList(from, rows.size()));
    }

    private void addBalances(WalletResult result) {
        WalletState after = result.after();
        result.changedInstruments().forEach(held -> balances.add(WalletBalanceTable.row(after.key(), held)));
        if (hasEntry(result, LedgerAccount.CASH)) {
            balances.add(WalletBalanceTable.row(after.key(), LedgerAccount.CASH, after.cash()));
        }
        if (hasEntry(result, LedgerAccount.ARREARS)) {
            balances.add(WalletBalanceTable.row(
                    after.key(), LedgerAccount.ARREARS, after.owed().negated()));
        }
    }

    private static boolean hasEntry(WalletResult result, LedgerAccount ledgerAccount) {
        return result.entries().stream().anyMatch(entry -> entry.ledgerAccount() == ledgerAccount);
    }

    private void addOwed(WalletState before, OwedBill bill) {
        TableRow row = OwedBillTable.row(before.key(), bill);
        if (before.owedBills().stream().anyMatch(known -> known.bill().equals(bill.bill()))) {
            owedBefore.add(row);
        }
        if (!bill.owed().isZero()) {
            owed.add(row);
        }
    }

    /**
     * Writes the rows, and removes the work that is done.
     *
     * @param marker an account that no other chunk has, under which changed days are marked
     */
    void store(JdbcTemplate jdbc, BillingAccountId marker) {
        replace(jdbc);
        LedgerEntryTable.TABLE.insert(jdbc, entries);
        LinePaymentTable.TABLE.insert(jdbc, linePayments);
        deleteSpreadBills(jdbc);
        payments.addAll(BillPaymentTable.addToPaid(jdbc, furtherPayments));
        BillPaymentTable.TABLE.insert(jdbc, payments);
        MarketplaceRecordTable.TABLE.insert(jdbc, marketplace);
        AccountStateTable.TABLE.insert(jdbc, states);
        AppliedUnlockTable.TABLE.insert(jdbc, unlocks);
        new NoticeWriter(jdbc).store(notices);
        DeliveryDue delivery = new DeliveryDue(jdbc);
        delivery.mark(changedDays, marker.value());
        delivery.markAgain(notices.stream().map(Notice::day).toList(), marker.value());
        SettlementDueTable.TABLE.execute(
                jdbc, DELETE_DUE, List.of(SettlementDueTable.ACCOUNT_ID, SettlementDueTable.POSTED_DAY), due);
        SettlementTaskTable.TABLE.delete(jdbc, List.of(SettlementTaskTable.ACCOUNT_ID), done);
        // Wallets and bills are counted as they are in the tables now, so this comes last.
        totals.store(jdbc, runId);
    }

    /** Writes the rows that take the place of others. */
    private void replace(JdbcTemplate jdbc) {
        WalletTable.TABLE.delete(jdbc, WalletTable.KEY, wallets);
        WalletTable.TABLE.insert(jdbc, wallets);
        WalletBalanceTable.TABLE.delete(jdbc, WalletBalanceTable.KEY, balances);
        WalletBalanceTable.TABLE.insert(jdbc, balances);
        OwedBillTable.TABLE.delete(jdbc, OwedBillTable.KEY, owedBefore);
        OwedBillTable.TABLE.insert(jdbc, owed);
    }

    private void deleteSpreadBills(JdbcTemplate jdbc) {
        UnspreadBillTable.TABLE.delete(
                jdbc,
                UnspreadBillTable.BILL,
                spreadBills.stream()
                        .map(bill -> UnspreadBillTable.row(bill.wallet(), bill.bill()))
                        .toList());
        BillSourceTable.TABLE.delete(
                jdbc,
                BillSourceTable.BILL,
                spreadBills.stream()
                        .map(bill -> BillSourceTable.row(bill.wallet(), bill.bill()))
                        .toList());
    }
}
