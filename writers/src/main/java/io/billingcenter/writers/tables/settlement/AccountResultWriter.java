package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.InstrumentBalance;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LedgerEntry;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.MarketplaceRecord;
import io.billingcenter.domain.settlement.Notice;
import io.billingcenter.domain.settlement.OwedBill;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletResult;
import io.billingcenter.domain.settlement.WalletState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.writers.tables.delivery.DeliveryDue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores what settlements did: ledger entries and the balances that they add up to, payments of bills, states and notices;
 * and strikes off what was to be done. All of a chunk is one transaction, table by table.
 */
public final class AccountResultWriter implements ItemWriter<AccountResult> {

    private static final String NO_INSTRUMENT = "";

    private final JdbcTemplate jdbc;
    private final BillingDay until;
    private final long runId;

    /**
     * Stores settlements.
     *
     * @param until last day that was settled
     */
    public AccountResultWriter(JdbcTemplate jdbc, BillingDay until, long runId) {
        this.jdbc = jdbc;
        this.until = until;
        this.runId = runId;
    }

    @Override
    public void write(Chunk<? extends AccountResult> results) {
        Rows rows = new Rows();
        for (AccountResult result : results) {
            rows.done.add(new Object[] {result.account().value()});
            rows.settled.add(new Object[] {result.account().value(), until.date()});
            rows.notices.addAll(result.notices());
            result.wallets().forEach(wallet -> add(rows, wallet));
        }
        rows.store(jdbc, results.getItems().get(0).account().value());
        rows.totals.store(jdbc, runId);
    }

    private void add(Rows rows, WalletResult result) {
        WalletState after = result.after();
        boolean untouched = result.before().lastNumber() == 0
                && result.entries().isEmpty()
                && result.payments().isEmpty()
                && result.linePayments().isEmpty()
                && result.unlocks().isEmpty();
        if (untouched) {
            return;
        }
        String account = after.key().account().value();
        String currency = after.key().currency().getCurrencyCode();
        StatePeriod standing = after.standing();
        LocalDate settledDay = java.util.Objects.requireNonNull(after.settledDay(), "a settled day")
                .date();
        rows.walletKeys.add(new Object[] {account, currency});
        rows.wallets.add(new @Nullable Object[] {
            account,
            currency,
            settledDay,
            after.lastNumber(),
            standing == null ? null : standing.status().code(),
            standing == null ? null : standing.from().date(),
            standing == null ? 0 : standing.number()
        });
        result.entries().forEach(entry -> rows.entries.add(entry(entry)));
        result.changedInstruments().forEach(held -> addBalance(rows, after.key(), held));
        addBalance(rows, after.key(), LedgerAccount.CASH, after, result);
        addBalance(rows, after.key(), LedgerAccount.ARREARS, after, result);
        result.changedBills().forEach(bill -> addOwed(rows, result.before(), bill));
        result.linePayments().forEach(payment -> addLinePayment(rows, after.key(), payment));
        result.payments().forEach(payment -> addPayment(rows, after.key(), payment));
        result.marketplace().forEach(record -> rows.marketplace.add(marketplace(after.key(), record)));
        for (StatePeriod period : result.periods()) {
            rows.states.add(new Object[] {
                account,
                currency,
                period.number(),
                period.status().code(),
                period.from().date()
            });
        }
        result.unlocks().forEach(day -> rows.unlocks.add(new Object[] {account, currency, day.date()}));
        rows.totals.add(result, settledDay);
    }

    private @Nullable Object[] entry(LedgerEntry entry) {
        return new @Nullable Object[] {
            entry.requestId(),
            entry.leg(),
            entry.wallet().account().value(),
            entry.wallet().currency().getCurrencyCode(),
            entry.number(),
            entry.type().code(),
            entry.ledgerAccount().code(),
            entry.instrument(),
            entry.amount().amount(),
            entry.day().date(),
            date(entry.billDay()),
            date(entry.sourceDay()),
            runId
        };
    }

    private static void addBalance(Rows rows, WalletKey wallet, InstrumentBalance held) {
        String account = wallet.account().value();
        String currency = wallet.currency().getCurrencyCode();
        String ledgerAccount = held.instrument().kind().ledgerAccount().code();
        rows.balanceKeys.add(new Object[] {
            account, currency, ledgerAccount, held.instrument().id()
        });
        rows.balances.add(new Object[] {
            account,
            currency,
            ledgerAccount,
            held.instrument().id(),
            held.instrument().kind().code(),
            held.instrument().starts().date(),
            held.instrument().expires().date(),
            held.expiries(),
            held.balance().amount()
        });
    }

    private static void addBalance(
            Rows rows, WalletKey wallet, LedgerAccount ledgerAccount, WalletState after, WalletResult result) {
        if (result.entries().stream().noneMatch(entry -> entry.ledgerAccount() == ledgerAccount)) {
            return;
        }
        String account = wallet.account().value();
        String currency = wallet.currency().getCurrencyCode();
        rows.balanceKeys.add(new Object[] {account, currency, ledgerAccount.code(), NO_INSTRUMENT});
        rows.balances.add(new @Nullable Object[] {
            account,
            currency,
            ledgerAccount.code(),
            NO_INSTRUMENT,
            null,
            null,
            null,
            0,
            ledgerAccount == LedgerAccount.CASH
                    ? after.cash().amount()
                    : after.owed().negated().amount()
        });
    }

    private static void addOwed(Rows rows, WalletState before, OwedBill bill) {
        Object[] key = {
            before.key().account().value(),
            before.key().currency().getCurrencyCode(),
            bill.bill().settlement().code(),
            bill.bill().postedDay().date()
        };
        if (before.owedBills().stream().anyMatch(known -> known.bill().equals(bill.bill()))) {
            rows.owedKeys.add(key);
        }
        if (!bill.owed().isZero()) {
            rows.owed.add(
                    new Object[] {key[0], key[1], key[2], key[3], bill.owed().amount()});
        }
    }

    private static void addLinePayment(Rows rows, WalletKey wallet, LinePayment payment) {
        LineKey line = payment.line();
        LocalDate postedDay = payment.bill().postedDay().date();
        String account = wallet.account().value();
        String settlement = payment.bill().settlement().code();
        String currency = wallet.currency().getCurrencyCode();
        rows.linePayments.add(new Object[] {
            postedDay,
            account,
            line.share().workspaceText(),
            line.billingDay().date(),
            line.meterText(),
            line.retentionDays(),
            line.agreement(),
            settlement,
            currency,
            payment.source(),
            payment.entry(),
            payment.ledgerAccount().code(),
            payment.instrument(),
            payment.paid().amount(),
            payment.left().amount()
        });
        if (payment.entry() == 0) {
            rows.spreadBills.add(List.of(account, postedDay, settlement, currency));
        }
    }

    private static void addPayment(Rows rows, WalletKey wallet, SharePayment payment) {
        PaymentParts parts = payment.parts();
        rows.changedDays.add(payment.bill().postedDay());
        rows.payments.add(new Object[] {
            parts.voucher().amount(),
            parts.prepaidCard().amount(),
            parts.cash().amount(),
            parts.cloud().amount(),
            parts.owed().amount(),
            payment.settlement(),
            payment.bill().postedDay().date(),
            wallet.account().value(),
            payment.bill().settlement().code(),
            wallet.currency().getCurrencyCode(),
            payment.share().workspaceText(),
            payment.share().eligible()
        });
    }

    private static Object[] marketplace(WalletKey wallet, MarketplaceRecord record) {
        return new Object[] {
            record.bill().postedDay().date(),
            wallet.account().value(),
            record.bill().settlement().code(),
            wallet.currency().getCurrencyCode(),
            record.workspace() == null ? "" : record.workspace().value(),
            record.vendorAccount(),
            record.settlement(),
            record.amount().amount()
        };
    }

    private static @Nullable LocalDate date(@Nullable BillingDay day) {
        return day == null ? null : day.date();
    }

    /** The rows of a chunk. */
    private static final class Rows {
        private final SettlementTotals totals = new SettlementTotals();
        private final List<Object[]> done = new ArrayList<>();
        private final List<Object[]> settled = new ArrayList<>();
        private final List<Object[]> walletKeys = new ArrayList<>();
        private final List<@Nullable Object[]> wallets = new ArrayList<>();
        private final List<@Nullable Object[]> entries = new ArrayList<>();
        private final List<Object[]> balanceKeys = new ArrayList<>();
        private final List<@Nullable Object[]> balances = new ArrayList<>();
        private final List<Object[]> owedKeys = new ArrayList<>();
        private final List<Object[]> owed = new ArrayList<>();
        private final List<Object[]> linePayments = new ArrayList<>();
        /** Bills whose payments were spread over their lines, by the columns of their key. */
        private final Set<List<Object>> spreadBills = new LinkedHashSet<>();

        private final List<Object[]> payments = new ArrayList<>();
        private final List<Object[]> marketplace = new ArrayList<>();
        private final List<Object[]> states = new ArrayList<>();
        private final List<Object[]> unlocks = new ArrayList<>();
        private final List<Notice> notices = new ArrayList<>();
        private final TreeSet<BillingDay> changedDays = new TreeSet<>();

        void store(JdbcTemplate jdbc, String marker) {
            batch(jdbc, "DELETE FROM wallet WHERE account_id = ? AND currency = ?", walletKeys);
            batch(jdbc, """
                    INSERT INTO wallet (account_id, currency, settled_day, last_number, status, status_from,
                      status_number) VALUES (?, ?, ?, ?, ?, ?, ?)""", wallets);
            batch(jdbc, """
                    INSERT INTO ledger_entry (request_id, leg, account_id, currency, entry_number, movement, side,
                      instrument, amount, entry_day, bill_day, source_day, run_id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries);
            batch(jdbc, """
                    DELETE FROM wallet_balance WHERE account_id = ? AND currency = ? AND side = ? AND instrument = ?""", balanceKeys);
            batch(jdbc, """
                    INSERT INTO wallet_balance (account_id, currency, side, instrument, kind, starts, expires, expiries,
                      balance) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", balances);
            batch(jdbc, """
                    DELETE FROM owed_bill WHERE account_id = ? AND currency = ? AND settlement = ? AND posted_day = ?""", owedKeys);
            batch(jdbc, """
                    INSERT INTO owed_bill (account_id, currency, settlement, posted_day, owed)
                    VALUES (?, ?, ?, ?, ?)""", owed);
            batch(jdbc, """
                    INSERT INTO line_payment (posted_day, account_id, workspace_id, billing_day, meter, retention_days,
                      agreement_id, settlement, currency, source_number, entry_number, side, instrument, paid, left_change)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", linePayments);
            List<Object[]> allocated = spreadBills.stream().map(List::toArray).toList();
            batch(jdbc, """
                    DELETE FROM unspread_bill
                    WHERE account_id = ? AND posted_day = ? AND settlement = ? AND currency = ?""", allocated);
            batch(jdbc, """
                    DELETE FROM bill_source
                    WHERE account_id = ? AND posted_day = ? AND settlement = ? AND currency = ?""", allocated);
            storePayments(jdbc);
            batch(jdbc, """
                    INSERT INTO marketplace_record (posted_day, account_id, settlement, currency, workspace_id,
                      vendor_account, settlement_number, amount) VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", marketplace);
            batch(jdbc, """
                    INSERT INTO account_state (account_id, currency, period_number, status, from_day)
                    VALUES (?, ?, ?, ?, ?)""", states);
            batch(jdbc, "INSERT INTO applied_unlock (account_id, currency, unlock_day) VALUES (?, ?, ?)", unlocks);
            new NoticeWriter(jdbc).store(notices);
            DeliveryDue due = new DeliveryDue(jdbc);
            due.mark(changedDays, marker);
            due.markAgain(notices.stream().map(Notice::day).toList(), marker);
            batch(jdbc, "DELETE FROM settlement_due WHERE account_id = ? AND posted_day <= ?", settled);
            batch(jdbc, "DELETE FROM settlement_task WHERE account_id = ?", done);
        }

        /** Adds to the payment of a share, or begins it. */
        private void storePayments(JdbcTemplate jdbc) {
            if (payments.isEmpty()) {
                return;
            }
            int[] known = jdbc.batchUpdate("""
                    UPDATE bill_payment SET voucher = voucher + ?, prepaid_card = prepaid_card + ?, cash = cash + ?,
                      cloud = cloud + ?, owed = owed + ?, settlement_number = ?
                    WHERE posted_day = ? AND account_id = ? AND settlement = ? AND currency = ? AND workspace_id = ?
                      AND eligible = ?""", payments);
            List<Object[]> unknown = new ArrayList<>();
            for (int i = 0; i < known.length; i++) {
                if (known[i] == 0) {
                    unknown.add(payments.get(i));
                }
            }
            batch(jdbc, """
                    INSERT INTO bill_payment (voucher, prepaid_card, cash, cloud, owed, settlement_number, posted_day,
                      account_id, settlement, currency, workspace_id, eligible)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", unknown);
        }

        private static void batch(JdbcTemplate jdbc, String sql, List<? extends @Nullable Object[]> rows) {
            if (!rows.isEmpty()) {
                jdbc.batchUpdate(sql, new ArrayList<>(rows));
            }
        }
    }
}
