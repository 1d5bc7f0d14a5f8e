package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.settlement.WalletResult;
import io.billingcenter.schema.Table;
import io.billingcenter.schema.TableRow;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.WalletBalanceTable;
import io.billingcenter.schema.settlement.WalletColumns;
import io.billingcenter.schema.settlement.WalletTable;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Control totals of settlements. Rows of tables that only grow (ledger, marketplace records, states) are counted as they are
 * added; rows that change (wallets, balances, payments of bills) as they are afterwards, read once more from the tables.
 */
final class SettlementTotals {

    private static final String LEDGER = "ledger";
    private static final String WALLET = "wallet";
    private static final String BILL = "bill ";

    /** The outer join makes HSQLDB go from the wallets to their totals; otherwise it reads the totals of all accounts. */
    private static final String LATEST = """
            SELECT c.workspace_id, c.control_day, c.subject, c.currency, c.version, c.parts
            FROM (SELECT DISTINCT account_id FROM wallet WHERE account_id IN (:accounts)) w
            LEFT JOIN control_total c ON c.stage = 'settled' AND c.workspace_id = w.account_id
              AND c.control_day >= :first AND c.control_day <= :last
            WHERE c.control_day IN (:days)""";

    private static final String BILLS =
            BillPaymentTable.TABLE.select() + " WHERE account_id IN (:accounts) AND posted_day IN (:days)";

    private record Unit(String account, LocalDate day, String subject, String currency) {}

    /** The last total of a unit. */
    private record Latest(int version, String parts) {
        static final Latest NONE = new Latest(0, "");
    }

    private static final class Amounts {
        private final RowDigests digests = new RowDigests();
        private long rows;
        private BigDecimal amount = BigDecimal.ZERO;
        private String parts = "";

        String parts() {
            return parts.isEmpty() ? digests.parts() : parts;
        }
    }

    private final Map<Unit, Amounts> units = new LinkedHashMap<>();
    private final Map<WalletKey, LocalDate> settledDays = new HashMap<>();
    private final TreeSet<String> accounts = new TreeSet<>();

    /**
     * Counts the rows that a settlement adds for a wallet, and notes the rows that it changes.
     *
     * @param grown the rows for each of the tables that only grow, in the order in which totals list them
     */
    void add(WalletResult result, List<List<TableRow>> grown) {
        WalletKey wallet = result.after().key();
        LocalDate settledDay = Objects.requireNonNull(result.after().settledDay(), "a settled day")
                .date();
        accounts.add(wallet.account().value());
        settledDays.put(wallet, settledDay);
        units.put(unit(wallet, settledDay, WALLET), new Amounts());
        for (SharePayment payment : result.payments()) {
            units.putIfAbsent(unit(wallet, payment.bill()), new Amounts());
        }
        String parts = parts(grown);
        if (!parts.isEmpty()) {
            Amounts ledger = new Amounts();
            ledger.rows = result.entries().size();
            ledger.amount = result.entries().stream()
                    .filter(entry -> entry.ledgerAccount().isOwned())
                    .map(entry -> entry.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            ledger.parts = parts;
            units.put(unit(wallet, settledDay, LEDGER), ledger);
        }
    }

    /** Writes the totals, after the rows themselves; none for rows that are as they were. */
    void store(JdbcTemplate jdbc, long runId) {
        if (units.isEmpty()) {
            return;
        }
        NamedParameterJdbcTemplate named = new NamedParameterJdbcTemplate(jdbc);
        TreeSet<LocalDate> days = units.keySet().stream().map(Unit::day).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> parameters =
                Map.of("accounts", accounts, "days", days, "first", days.first(), "last", days.last());
        readWallets(named, parameters);
        readBills(named, parameters);
        Map<Unit, Latest> latest = latest(named, parameters);
        List<ControlTotal> totals = new ArrayList<>();
        units.forEach((unit, amounts) -> {
            Latest before = latest.getOrDefault(unit, Latest.NONE);
            String parts = amounts.parts();
            if (!before.parts().equals(parts)) {
                totals.add(new ControlTotal(
                        ControlStage.SETTLED,
                        unit.account(),
                        unit.day(),
                        before.version() + 1,
                        unit.subject(),
                        unit.currency(),
                        null,
                        amounts.rows,
                        BigDecimal.ZERO,
                        amounts.amount,
                        parts));
            }
        });
        new ControlTotals(jdbc, runId).insert(totals);
    }

    private static String parts(List<List<TableRow>> grown) {
        StringJoiner parts = new StringJoiner(";");
        for (List<TableRow> rows : grown) {
            if (!rows.isEmpty()) {
                RowSum sum = new RowSum(rows.get(0).table().name());
                rows.forEach(row -> sum.add(row.digestedCells()));
                parts.add(sum.parts());
            }
        }
        return parts.toString();
    }

    private void readWallets(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {
        for (Table table : List.of(WalletTable.TABLE, WalletBalanceTable.TABLE)) {
            jdbc.query(table.select() + " WHERE account_id IN (:accounts)", parameters, (ResultSet row) -> {
                WalletKey wallet = WalletColumns.wallet(row);
                LocalDate day = settledDays.get(wallet);
                if (day != null) {
                    add(unit(wallet, day, WALLET), table, row);
                }
            });
        }
    }

    private void readBills(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {
        jdbc.query(
                BILLS,
                parameters,
                (ResultSet row) ->
                        add(unit(WalletColumns.wallet(row), WalletColumns.bill(row)), BillPaymentTable.TABLE, row));
    }

    private void add(Unit unit, Table table, ResultSet row) throws SQLException {
        Amounts amounts = units.get(unit);
        if (amounts != null) {
            amounts.digests.add(table, row);
            amounts.rows++;
        }
    }

    /** Returns the last totals of the units on their days. */
    private static Map<Unit, Latest> latest(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {
        Map<Unit, Latest> latest = new HashMap<>();
        jdbc.query(LATEST, parameters, (ResultSet row) -> {
            latest.merge(
                    new Unit(
                            row.getString("workspace_id"),
                            row.getObject("control_day", LocalDate.class),
                            row.getString("subject"),
                            row.getString("currency")),
                    new Latest(row.getInt("version"), row.getString("parts")),
                    (one, other) -> one.version() > other.version() ? one : other);
        });
        return latest;
    }

    private static Unit unit(WalletKey wallet, BillKey bill) {
        return unit(wallet, bill.postedDay().date(), BILL + bill.settlement().code());
    }

    private static Unit unit(WalletKey wallet, LocalDate day, String subject) {
        return new Unit(
                wallet.account().value(), day, subject, wallet.currency().getCurrencyCode());
    }
}
