package io.billingcenter.benchmarks.settling;

import io.billingcenter.benchmarks.storing.FileDatabase;
import io.billingcenter.domain.account.BillingAccount;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.billing.Posting;
import io.billingcenter.domain.billing.PostingKey;
import io.billingcenter.domain.billing.PostingKind;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LedgerEntry;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.settlement.ShareKey;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.domain.usage.Meter;
import io.billingcenter.domain.usage.MeterTier;
import io.billingcenter.domain.usage.WorkspaceDay;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.reference.BillingAccountTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import io.billingcenter.schema.settlement.SettledDayTable;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A month of postings whose bills are settled from cash, written straight into the tables of a new database: what the close of the
 * month reads, without nights, measures and charges.
 */
public final class BilledMonth {

    private static final Currency CNY = Currency.getInstance("CNY");
    private static final int ACCOUNTS_IN_A_TRANSACTION = 1_000;
    private static final int PRICES = 900;
    private static final long RUN_ID = 1;
    private static final List<MeterTier> TIERS = List.of(
            new MeterTier(Meter.SERIES, 7),
            new MeterTier(Meter.LOG, 3),
            new MeterTier(Meter.LOG, 7),
            new MeterTier(Meter.LOG, 14),
            new MeterTier(Meter.TRACE, 7),
            new MeterTier(Meter.RUM_PV, 7),
            new MeterTier(Meter.SMS, Meter.FLAT));

    private final BillingMonth month;
    private final int accounts;
    private final int workspaces;

    /**
     * Describes a month.
     *
     * @param workspaces workspaces of an account
     */
    public BilledMonth(BillingMonth month, int accounts, int workspaces) {
        this.month = month;
        this.accounts = accounts;
        this.workspaces = workspaces;
    }

    /**
     * Creates the database.
     *
     * @param folder folder of the database, which is emptied
     * @return number of postings
     */
    public long write(Path folder) throws IOException {
        try (FileDatabase database = new FileDatabase(folder)) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            TransactionTemplate transaction =
                    new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
            long postings = 0;
            for (int from = 0; from < accounts; from += ACCOUNTS_IN_A_TRANSACTION) {
                int first = from;
                transaction.executeWithoutResult(status -> insertAccounts(jdbc, first, end(first)));
            }
            for (BillingDay day = month.firstDay(); day.isBefore(month.endExclusive()); day = day.plusDays(1)) {
                BillingDay posted = day;
                for (int from = 0; from < accounts; from += ACCOUNTS_IN_A_TRANSACTION) {
                    int first = from;
                    transaction.executeWithoutResult(status -> insertBills(jdbc, posted, first, end(first)));
                    postings += (long) (end(first) - first) * workspaces * TIERS.size();
                }
                transaction.executeWithoutResult(status -> SettledDayTable.TABLE.insert(
                        jdbc,
                        SettledDayTable.TABLE
                                .row()
                                .set(SettledDayTable.POSTED_DAY, posted)
                                .set(SettledDayTable.RUN_ID, RUN_ID)));
            }
            jdbc.execute("CHECKPOINT");
            return postings;
        }
    }

    private int end(int first) {
        return Math.min(accounts, first + ACCOUNTS_IN_A_TRANSACTION);
    }

    private static void insertAccounts(JdbcTemplate jdbc, int from, int to) {
        List<TableRow> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String id = account(i);
            rows.add(BillingAccountTable.row(new BillingAccount(new BillingAccountId(id), id, "", CNY, true)));
        }
        BillingAccountTable.TABLE.insert(jdbc, rows);
    }

    private void insertBills(JdbcTemplate jdbc, BillingDay day, int from, int to) {
        List<TableRow> postings = new ArrayList<>();
        List<TableRow> payments = new ArrayList<>();
        List<TableRow> entries = new ArrayList<>();
        for (int i = from; i < to; i++) {
            WalletKey wallet = new WalletKey(new BillingAccountId(account(i)), CNY);
            Money billed = Money.zero(CNY);
            for (int workspace = 0; workspace < workspaces; workspace++) {
                billed = billed.plus(insertWorkspace(wallet, day, workspace, postings, payments));
            }
            addEntries(entries, wallet, day, billed);
        }
        PostingTable.TABLE.insert(jdbc, postings);
        BillPaymentTable.TABLE.insert(jdbc, payments);
        LedgerEntryTable.TABLE.insert(jdbc, entries);
    }

    private static Money insertWorkspace(
            WalletKey wallet, BillingDay day, int number, List<TableRow> postings, List<TableRow> payments) {
        WorkspaceId workspace = new WorkspaceId(wallet.account().value() + "-" + number);
        Money eligible = Money.zero(CNY);
        Money messages = Money.zero(CNY);
        for (MeterTier tier : TIERS) {
            Money amount = Money.of(
                    CNY,
                    BigDecimal.valueOf(1 + Math.floorMod(workspace.hashCode() + day.hashCode() + tier.hashCode(), PRICES), 2));
            postings.add(PostingTable.row(
                    new Posting(
                            day,
                            new WorkspaceDay(workspace, day),
                            new PostingKey(wallet.account(), SettlementMethod.WALLET, CNY, tier),
                            PostingKind.USAGE,
                            1,
                            BigDecimal.ONE,
                            BigDecimal.ONE,
                            null,
                            amount),
                    1,
                    RUN_ID));
            if (tier.meter() == Meter.SMS) {
                messages = messages.plus(amount);
            } else {
                eligible = eligible.plus(amount);
            }
        }
        payments.add(payment(wallet, day, new ShareKey(workspace, true), eligible));
        payments.add(payment(wallet, day, new ShareKey(workspace, false), messages));
        return eligible.plus(messages);
    }

    private static TableRow payment(WalletKey wallet, BillingDay day, ShareKey share, Money cash) {
        Money zero = Money.zero(CNY);
        return BillPaymentTable.row(
                wallet,
                new SharePayment(
                        new BillKey(day, SettlementMethod.WALLET),
                        share,
                        new PaymentParts(zero, zero, cash, zero, zero),
                        1));
    }

    private static void addEntries(List<TableRow> entries, WalletKey wallet, BillingDay day, Money billed) {
        String request = "bill:" + day + ":wallet:" + wallet.account() + ":CNY:1";
        long number = 2L * day.date().getDayOfMonth();
        entries.add(LedgerEntryTable.row(
                new LedgerEntry(
                        request,
                        1,
                        number - 1,
                        LedgerEntryType.BILL,
                        wallet,
                        LedgerAccount.CASH,
                        "",
                        billed.negated(),
                        day,
                        day,
                        null),
                RUN_ID));
        entries.add(LedgerEntryTable.row(
                new LedgerEntry(
                        request,
                        2,
                        number,
                        LedgerEntryType.BILL,
                        wallet,
                        LedgerAccount.BILLED,
                        "",
                        billed,
                        day,
                        day,
                        null),
                RUN_ID));
    }

    private static String account(int number) {
        return String.format(Locale.ROOT, "acct-%06d", number);
    }
}
