package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.Instrument;
import io.billingcenter.domain.settlement.InstrumentBalance;
import io.billingcenter.domain.settlement.LineSource;
import io.billingcenter.domain.settlement.OwedBill;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.settlement.LinePaymentTable;
import io.billingcenter.schema.settlement.OwedBillTable;
import io.billingcenter.schema.settlement.UnspreadBillTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import io.billingcenter.schema.settlement.WalletColumns;
import io.billingcenter.schema.settlement.WalletTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads wallets as their last settlement left them. The sources that paid lines are read only where they may change: those of
 * a line that is given something back, and arrears by line of an account that may clear them.
 */
final class WalletRows {

    private static final String SETTLED_DAY = "SELECT MAX(posted_day) FROM settled_day";

    private static final String WALLETS = WalletTable.TABLE.select() + " WHERE account_id IN (:accounts)";

    private static final String BALANCES =
            WalletBalanceTable.TABLE.select() + " WHERE account_id IN (:accounts) AND balance > 0";

    private static final String ALL_BALANCES =
            WalletBalanceTable.TABLE.select() + " WHERE account_id IN (:accounts) AND side <> 'arrears'";

    private static final String OWED = OwedBillTable.TABLE.select() + " WHERE account_id IN (:accounts)";

    private static final String OWED_LINES = """
            SELECT %s FROM owed_bill o
            JOIN line_payment l ON l.posted_day = o.posted_day AND l.account_id = o.account_id
              AND l.settlement = o.settlement AND l.currency = o.currency AND l.side = 'arrears'
            WHERE o.account_id IN (:accounts)""".formatted(LinePaymentTable.TABLE.columnList("l"));

    private static final String UNSPREAD_OWED = """
            SELECT %s FROM owed_bill o
            JOIN unspread_bill u ON u.account_id = o.account_id AND u.posted_day = o.posted_day
              AND u.settlement = o.settlement AND u.currency = o.currency
            WHERE o.account_id IN (:accounts)""".formatted(UnspreadBillTable.TABLE.columnList("u"));

    /**
     * The bills that have lines of which something is taken back. Usage is found by its workspace-day, a fee by its agreement,
     * so that each has an index that leads to few rows.
     */
    private static final String REFUNDED = """
            (SELECT DISTINCT q.posted_day, q.account_id, q.workspace_id, q.billing_day, q.meter, q.retention_days,
               q.agreement_id, q.settlement, q.currency
             FROM %1$s
             JOIN posting p ON p.account_id = d.account_id AND p.posted_day = d.posted_day AND p.amount < 0
               AND p.agreement_id = ''
             JOIN posting q ON q.workspace_id = p.workspace_id AND q.billing_day = p.billing_day
               AND q.account_id = p.account_id AND q.meter = p.meter AND q.retention_days = p.retention_days
               AND q.agreement_id = '' AND q.settlement = p.settlement AND q.currency = p.currency
             UNION
             SELECT DISTINCT q.posted_day, q.account_id, q.workspace_id, q.billing_day, q.meter, q.retention_days,
               q.agreement_id, q.settlement, q.currency
             FROM %1$s
             JOIN posting p ON p.account_id = d.account_id AND p.posted_day = d.posted_day AND p.amount < 0
               AND p.agreement_id > ''
             JOIN posting q ON q.billing_day = p.billing_day AND q.agreement_id = p.agreement_id AND q.agreement_id > ''
               AND q.account_id = p.account_id AND q.meter = p.meter AND q.retention_days = p.retention_days
               AND q.settlement = p.settlement AND q.currency = p.currency) k""".formatted(BillRows.DUE);

    private static final String REFUNDED_LINES = """
            SELECT %s FROM %s
            JOIN line_payment l ON l.posted_day = k.posted_day AND l.account_id = k.account_id
              AND l.workspace_id = k.workspace_id AND l.billing_day = k.billing_day AND l.meter = k.meter
              AND l.retention_days = k.retention_days AND l.agreement_id = k.agreement_id
              AND l.settlement = k.settlement AND l.currency = k.currency AND l.side <> 'arrears'""".formatted(LinePaymentTable.TABLE.columnList("l"), REFUNDED);

    private static final String UNSPREAD_REFUNDED = """
            SELECT DISTINCT u.account_id, u.currency, u.settlement, u.posted_day FROM %s
            JOIN unspread_bill u ON u.account_id = k.account_id AND u.posted_day = k.posted_day
              AND u.settlement = k.settlement AND u.currency = k.currency""".formatted(REFUNDED);

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingDay lastBill;
    private final UnspreadBills unspread;

    WalletRows(NamedParameterJdbcTemplate jdbc, BillingDay lastBill, UnspreadBills unspread) {
        this.jdbc = jdbc;
        this.lastBill = lastBill;
        this.unspread = unspread;
    }

    /**
     * Returns the wallets of the accounts, with the sources that these changes of bills may need.
     *
     * @param clearing accounts that may clear arrears
     */
    Page of(Collection<String> accounts, BillRows.Changes changes, Set<String> clearing) {
        Page page = new Page(jdbc.getJdbcTemplate().queryForObject(SETTLED_DAY, LocalDate.class));
        Map<String, Object> parameters = Map.of("accounts", accounts);
        jdbc.query(WALLETS, parameters, row -> {
            page.wallet(row);
        });
        jdbc.query(BALANCES, parameters, row -> {
            page.balance(row);
        });
        jdbc.query(OWED, parameters, row -> {
            page.owed(row);
        });
        Set<String> refunded = changes.accountsWithRefunds();
        loadRefundedLines(page, refunded, changes.spread());
        Set<String> owing = new HashSet<>(page.accountsThatOwe());
        owing.removeIf(account -> !clearing.contains(account) && !refunded.contains(account));
        loadOwedLines(page, owing, changes.spread());
        changes.changes().forEach((wallet, bills) -> bills.forEach(bill -> page.addMissing(wallet, bill.reversals())));
        return page;
    }

    private void loadRefundedLines(Page page, Set<String> accounts, UnspreadBills.Spread spread) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<String, Object> parameters = Map.of("accounts", accounts, "until", lastBill.date());
        jdbc.query(ALL_BALANCES, parameters, row -> {
            page.balance(row);
        });
        jdbc.query(REFUNDED_LINES, parameters, row -> {
            page.source(row);
        });
        unspread.spread(spread, UNSPREAD_REFUNDED, parameters);
    }

    private void loadOwedLines(Page page, Set<String> accounts, UnspreadBills.Spread spread) {
        if (accounts.isEmpty()) {
            return;
        }
        Map<String, Object> parameters = Map.of("accounts", accounts);
        jdbc.query(OWED_LINES, parameters, row -> {
            page.source(row);
        });
        unspread.spread(spread, UNSPREAD_OWED, parameters);
    }

    /** The wallets of some accounts. */
    static final class Page {

        private final @Nullable BillingDay settledDay;
        private final Map<WalletKey, Wallet> wallets = new TreeMap<>();

        Page(@Nullable LocalDate settledDay) {
            this.settledDay = settledDay == null ? null : new BillingDay(settledDay);
        }

        /** Returns the known wallets of the account. */
        List<WalletKey> walletsOf(BillingAccountId account) {
            return wallets.keySet().stream()
                    .filter(key -> key.account().equals(account))
                    .toList();
        }

        /** Returns the wallet; an empty one when it is not known. */
        WalletState state(WalletKey key) {
            return wallets.getOrDefault(key, new Wallet()).state(key, settledDay);
        }

        private Set<String> accountsThatOwe() {
            return wallets.entrySet().stream()
                    .filter(entry -> !entry.getValue().owed.isEmpty())
                    .map(entry -> entry.getKey().account().value())
                    .collect(Collectors.toSet());
        }

        private void wallet(ResultSet row) throws SQLException {
            Wallet wallet = of(row);
            wallet.settledDay = WalletTable.SETTLED_DAY.get(row);
            wallet.lastNumber = WalletTable.LAST_NUMBER.get(row);
            wallet.standing = WalletTable.standing(row);
        }

        private void balance(ResultSet row) throws SQLException {
            Wallet wallet = of(row);
            InstrumentBalance held = WalletBalanceTable.held(row);
            if (held == null) {
                wallet.cash = WalletColumns.money(row, WalletBalanceTable.BALANCE);
            } else {
                wallet.instruments.put(held.instrument(), held);
            }
        }

        private void owed(ResultSet row) throws SQLException {
            of(row).owed.add(OwedBillTable.owedBill(row));
        }

        private void source(ResultSet row) throws SQLException {
            Money left = WalletColumns.money(row, LinePaymentTable.LEFT_CHANGE);
            of(row).sources.merge(LinePaymentTable.source(row, left.minus(left)), left, Money::plus);
        }

        /** Adds the sources of payments that are made anew, unless they have been read for another reason. */
        private void addMissing(WalletKey key, List<LineSource> sources) {
            Wallet wallet = wallets.computeIfAbsent(key, other -> new Wallet());
            for (LineSource source : sources) {
                wallet.sources.putIfAbsent(source.withLeft(source.left().minus(source.left())), source.left());
            }
        }

        private Wallet of(ResultSet row) throws SQLException {
            return wallets.computeIfAbsent(WalletColumns.wallet(row), key -> new Wallet());
        }
    }

    /** A wallet while its rows are read. */
    private static final class Wallet {

        private final Map<Instrument, InstrumentBalance> instruments = new TreeMap<>();
        private final List<OwedBill> owed = new ArrayList<>();
        /** The remainder of each source; the key is the source with nothing left. */
        private final Map<LineSource, Money> sources = new LinkedHashMap<>();

        private @Nullable BillingDay settledDay;
        private long lastNumber;
        private @Nullable Money cash;
        private @Nullable StatePeriod standing;

        WalletState state(WalletKey key, @Nullable BillingDay settledForAll) {
            return new WalletState(
                    key,
                    later(settledDay, settledForAll),
                    lastNumber,
                    new ArrayList<>(instruments.values()),
                    cash == null ? Money.zero(key.currency()) : cash,
                    owed,
                    sourcesLeft(),
                    standing);
        }

        private List<LineSource> sourcesLeft() {
            List<LineSource> left = new ArrayList<>();
            sources.forEach((source, amount) -> {
                if (!amount.isZero()) {
                    left.add(new LineSource(
                            source.bill(),
                            source.line(),
                            source.number(),
                            source.ledgerAccount(),
                            source.instrument(),
                            amount));
                }
            });
            return left;
        }

        private static @Nullable BillingDay later(@Nullable BillingDay one, @Nullable BillingDay other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? other : one;
        }
    }
}
