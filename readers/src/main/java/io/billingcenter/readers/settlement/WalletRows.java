package io.billingcenter.readers.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.AccountStatus;
import io.billingcenter.domain.settlement.BillChange;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.BillShare;
import io.billingcenter.domain.settlement.BillSource;
import io.billingcenter.domain.settlement.HeldInstrument;
import io.billingcenter.domain.settlement.Instrument;
import io.billingcenter.domain.settlement.InstrumentKind;
import io.billingcenter.domain.settlement.LedgerSide;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletState;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Wallets as they were left. Payments that may be given back are read only where a bill gives something back, the newest
 * first and no more of them than may be needed.
 */
final class WalletRows {

    /** Refunds seldom go further back than usage may come late. */
    private static final int NEWEST_DAYS = 62;

    private static final LocalDate BEFORE_ALL_DAYS = LocalDate.of(1, 1, 1);

    private static final String SETTLED_DAY = "SELECT MAX(posted_day) FROM settled_day";

    private static final String WALLETS = "SELECT * FROM wallet WHERE account_id IN (:accounts)";

    private static final String BALANCES =
            "SELECT * FROM wallet_balance WHERE account_id IN (:accounts) AND balance > 0";

    private static final String ALL_BALANCES =
            "SELECT * FROM wallet_balance WHERE account_id IN (:accounts) AND side <> 'arrears'";

    private static final String ARREARS =
            "SELECT * FROM bill_source WHERE account_id IN (:accounts) AND side = 'arrears'";

    private static final String PAYMENTS = """
            SELECT * FROM bill_source
            WHERE account_id IN (:accounts) AND side <> 'arrears' AND posted_day >= :from AND posted_day < :to""";

    private final NamedParameterJdbcTemplate jdbc;

    WalletRows(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The wallets of the accounts, with what these changes of bills may need of them. */
    Page of(Collection<String> accounts, Map<WalletKey, List<BillChange>> changes) {
        Page page = new Page(jdbc.getJdbcTemplate().queryForObject(SETTLED_DAY, LocalDate.class));
        Map<String, Object> parameters = Map.of("accounts", accounts);
        jdbc.query(WALLETS, parameters, row -> {
            page.wallet(row);
        });
        jdbc.query(BALANCES, parameters, row -> {
            page.balance(row);
        });
        jdbc.query(ARREARS, parameters, row -> {
            page.source(row);
        });
        loadPayments(page, new Refunds(changes));
        return page;
    }

    private void loadPayments(Page page, Refunds refunds) {
        Set<String> accounts = refunds.accountsShortOf(page);
        if (accounts.isEmpty()) {
            return;
        }
        jdbc.query(ALL_BALANCES, Map.of("accounts", accounts), row -> {
            page.balance(row);
        });
        LocalDate to = LocalDate.of(9999, 12, 31);
        LocalDate from = refunds.earliest().minusDays(NEWEST_DAYS).date();
        loadPayments(page, accounts, from, to);
        Set<String> stillShort = refunds.accountsShortOf(page);
        if (!stillShort.isEmpty()) {
            loadPayments(page, stillShort, BEFORE_ALL_DAYS, from);
        }
    }

    private void loadPayments(Page page, Set<String> accounts, LocalDate from, LocalDate to) {
        jdbc.query(PAYMENTS, Map.of("accounts", accounts, "from", from, "to", to), row -> {
            page.source(row);
        });
    }

    /** How much of which wallets and methods bills give back, at most. */
    private static final class Refunds {

        private record Payer(WalletKey wallet, SettlementMethod method) {}

        private final Map<Payer, Money> most = new HashMap<>();
        private @Nullable BillingDay earliest;

        Refunds(Map<WalletKey, List<BillChange>> changes) {
            changes.forEach((wallet, bills) -> {
                for (BillChange bill : bills) {
                    Money total = bill.shares().stream()
                            .map(BillShare::change)
                            .reduce(Money.zero(wallet.currency()), Money::plus);
                    if (total.isNegative()) {
                        most.merge(new Payer(wallet, bill.key().settlement()), total.negated(), Money::plus);
                        BillingDay day = bill.key().postedDay();
                        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
                    }
                }
            });
        }

        BillingDay earliest() {
            return java.util.Objects.requireNonNull(earliest, "a bill that gives back");
        }

        /** The accounts of which less was read than may have to be given back. */
        Set<String> accountsShortOf(Page page) {
            Set<String> accounts = new HashSet<>();
            most.forEach((payer, amount) -> {
                if (page.paid(payer.wallet(), payer.method()).compareTo(amount) < 0) {
                    accounts.add(payer.wallet().account().value());
                }
            });
            return accounts;
        }
    }

    /** The wallets of some accounts. */
    static final class Page {

        private final @Nullable BillingDay settledDay;
        private final Map<WalletKey, Wallet> wallets = new TreeMap<>();

        Page(@Nullable LocalDate settledDay) {
            this.settledDay = settledDay == null ? null : new BillingDay(settledDay);
        }

        /** The wallets of the account that are known. */
        List<WalletKey> walletsOf(BillingAccountId account) {
            return wallets.keySet().stream()
                    .filter(key -> key.account().equals(account))
                    .toList();
        }

        /** The wallet; empty when it is not known. */
        WalletState state(WalletKey key) {
            return wallets.getOrDefault(key, new Wallet()).state(key, settledDay);
        }

        private Money paid(WalletKey key, SettlementMethod method) {
            Money zero = Money.zero(key.currency());
            Wallet wallet = wallets.get(key);
            return wallet == null
                    ? zero
                    : wallet.sources.stream()
                            .filter(source -> source.bill().settlement() == method)
                            .map(BillSource::left)
                            .reduce(zero, Money::plus);
        }

        private void wallet(ResultSet row) throws SQLException {
            Wallet wallet = of(row);
            wallet.settledDay = Columns.day(row, "settled_day");
            wallet.lastNumber = row.getLong("last_number");
            String status = row.getString("status");
            if (status != null) {
                wallet.standing = new StatePeriod(
                        row.getInt("status_number"),
                        Columns.known(AccountStatus.ofCode(status), "status"),
                        Columns.day(row, "status_from"));
            }
        }

        private void balance(ResultSet row) throws SQLException {
            Wallet wallet = of(row);
            Money balance = WalletColumns.money(row, "balance");
            String kind = row.getString("kind");
            if (kind == null) {
                wallet.cash = balance;
            } else {
                Instrument instrument = new Instrument(
                        Columns.known(InstrumentKind.ofCode(kind), "kind"),
                        row.getString("instrument"),
                        Columns.day(row, "starts"),
                        Columns.day(row, "expires"));
                wallet.instruments.put(instrument, new HeldInstrument(instrument, balance, row.getInt("expiries")));
            }
        }

        private void source(ResultSet row) throws SQLException {
            BillKey bill = WalletColumns.bill(row);
            of(row).sources
                    .add(new BillSource(
                            bill,
                            Columns.known(LedgerSide.ofCode(row.getString("side")), "side"),
                            row.getString("instrument"),
                            row.getLong("payment_order"),
                            WalletColumns.money(row, "left_amount")));
        }

        private Wallet of(ResultSet row) throws SQLException {
            return wallets.computeIfAbsent(WalletColumns.wallet(row), key -> new Wallet());
        }
    }

    /** A wallet while its rows are read. */
    private static final class Wallet {

        private final Map<Instrument, HeldInstrument> instruments = new TreeMap<>();
        private final Set<BillSource> sources = new LinkedHashSet<>();
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
                    new ArrayList<>(sources),
                    standing);
        }

        private static @Nullable BillingDay later(@Nullable BillingDay one, @Nullable BillingDay other) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            return one.isBefore(other) ? other : one;
        }
    }
}
