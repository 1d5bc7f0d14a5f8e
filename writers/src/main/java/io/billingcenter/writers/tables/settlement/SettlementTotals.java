package io.billingcenter.writers.tables.settlement;

import io.billingcenter.domain.reconciliation.ControlStage;
import io.billingcenter.domain.reconciliation.ControlTotal;
import io.billingcenter.domain.settlement.LedgerEntry;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.MarketplaceRecord;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.settlement.StatePeriod;
import io.billingcenter.domain.settlement.WalletResult;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.digest.DigestedTable;
import io.billingcenter.schema.digest.RowDigests;
import io.billingcenter.schema.digest.RowSum;
import io.billingcenter.writers.tables.reconciliation.ControlTotals;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Control totals of settlements. What only grows (ledger, marketplace records, states) is counted as it is added; what
 * changes (wallets, balances, payments of bills) as it stands after it, read once more from the tables.
 */
final class SettlementTotals {

    private static final String LEDGER = "ledger";
    private static final String WALLET = "wallet";
    private static final String BILL = "bill ";

    /** The outer join makes HSQLDB go from the wallets to their totals; it would look at the totals of all accounts else. */
    private static final String LATEST = """
            SELECT c.workspace_id, c.control_day, c.subject, c.currency, c.version, c.parts
            FROM (SELECT DISTINCT account_id FROM wallet WHERE account_id IN (:accounts)) w
            LEFT JOIN control_total c ON c.stage = 'settled' AND c.workspace_id = w.account_id
              AND c.control_day >= :first AND c.control_day <= :last
            WHERE c.control_day IN (:days)""";

    private record Unit(String account, LocalDate day, String subject, String currency) {}

    /** The last total of a unit. */
    private record Latest(int version, String parts) {
        static final Latest NONE = new Latest(0, "");
    }

    private static final class Amounts {
        private long rows;
        private BigDecimal amount = BigDecimal.ZERO;
        private String parts = "";
        private final RowDigests evidence = new RowDigests();

        String parts() {
            return parts.isEmpty() ? evidence.parts() : parts;
        }
    }

    private final Map<Unit, Amounts> units = new LinkedHashMap<>();
    private final Map<String, LocalDate> settledDays = new HashMap<>();
    private final TreeSet<String> accounts = new TreeSet<>();

    /** Counts what a settlement added to a wallet, and notes what it changed. */
    void add(WalletResult result, LocalDate settledDay) {
        String account = result.after().key().account().value();
        String currency = result.after().key().currency().getCurrencyCode();
        accounts.add(account);
        settledDays.put(account + " " + currency, settledDay);
        units.put(new Unit(account, settledDay, WALLET, currency), new Amounts());
        for (SharePayment payment : result.payments()) {
            units.putIfAbsent(
                    bill(
                            account,
                            payment.bill().postedDay().date(),
                            payment.bill().settlement().code(),
                            currency),
                    new Amounts());
        }
        String parts = grown(result);
        if (!parts.isEmpty()) {
            Amounts ledger = new Amounts();
            ledger.rows = result.entries().size();
            ledger.amount = result.entries().stream()
                    .filter(entry -> entry.ledgerAccount().isOwned())
                    .map(entry -> entry.amount().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            ledger.parts = parts;
            units.put(new Unit(account, settledDay, LEDGER, currency), ledger);
        }
    }

    /** Stores the totals, when the rows themselves are stored; none for what stands as it stood. */
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

    private static String grown(WalletResult result) {
        RowSum entries = new RowSum(DigestedTable.LEDGER_ENTRY);
        for (LedgerEntry entry : result.entries()) {
            entries.add(
                    entry.requestId(),
                    entry.leg(),
                    entry.number(),
                    entry.type().code(),
                    entry.ledgerAccount().code(),
                    entry.instrument(),
                    entry.amount().amount(),
                    entry.day().date(),
                    date(entry.billDay()),
                    date(entry.sourceDay()));
        }
        RowSum lines = new RowSum(DigestedTable.LINE_PAYMENT);
        result.linePayments().forEach(payment -> add(lines, payment));
        RowSum records = new RowSum(DigestedTable.MARKETPLACE_RECORD);
        for (MarketplaceRecord record : result.marketplace()) {
            records.add(
                    record.bill().postedDay().date(),
                    record.bill().settlement().code(),
                    record.workspace() == null ? "" : record.workspace().value(),
                    record.vendorAccount(),
                    record.settlement(),
                    record.amount().amount());
        }
        RowSum states = new RowSum(DigestedTable.ACCOUNT_STATE);
        for (StatePeriod period : result.periods()) {
            states.add(period.number(), period.status().code(), period.from().date());
        }
        RowSum unlocks = new RowSum(DigestedTable.APPLIED_UNLOCK);
        result.unlocks().forEach(day -> unlocks.add(day.date()));
        return Stream.of(entries, lines, records, states, unlocks)
                .map(RowSum::parts)
                .filter(parts -> !parts.isEmpty())
                .collect(Collectors.joining(";"));
    }

    private static void add(RowSum lines, LinePayment payment) {
        LineKey line = payment.line();
        lines.add(
                payment.bill().postedDay().date(),
                line.share().workspaceText(),
                line.billingDay().date(),
                line.meterText(),
                line.retentionDays(),
                line.agreement(),
                payment.bill().settlement().code(),
                payment.source(),
                payment.entry(),
                payment.ledgerAccount().code(),
                payment.instrument(),
                payment.paid().amount(),
                payment.left().amount());
    }

    private void readWallets(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {
        for (DigestedTable table : List.of(DigestedTable.WALLET, DigestedTable.WALLET_BALANCE)) {
            jdbc.query(
                    "SELECT * FROM " + table.tableName() + " WHERE account_id IN (:accounts)",
                    parameters,
                    (ResultSet row) -> {
                        String account = row.getString("account_id");
                        String currency = row.getString("currency");
                        LocalDate day = settledDays.get(account + " " + currency);
                        if (day != null) {
                            add(new Unit(account, day, WALLET, currency), table, row);
                        }
                    });
        }
    }

    private void readBills(NamedParameterJdbcTemplate jdbc, Map<String, Object> parameters) {
        jdbc.query(
                "SELECT * FROM bill_payment WHERE account_id IN (:accounts) AND posted_day IN (:days)",
                parameters,
                (ResultSet row) -> add(
                        bill(
                                row.getString("account_id"),
                                row.getObject("posted_day", LocalDate.class),
                                row.getString("settlement"),
                                row.getString("currency")),
                        DigestedTable.BILL_PAYMENT,
                        row));
    }

    private void add(Unit unit, DigestedTable table, ResultSet row) throws SQLException {
        Amounts amounts = units.get(unit);
        if (amounts != null) {
            @Nullable Object[] cells = new @Nullable Object[table.columns().size()];
            for (int i = 0; i < cells.length; i++) {
                Object cell = row.getObject(table.columns().get(i));
                cells[i] = cell instanceof Date date ? date.toLocalDate() : cell;
            }
            amounts.evidence.add(table, cells);
            amounts.rows++;
        }
    }

    /** The totals that the units have on their days so far. */
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

    private static Unit bill(String account, LocalDate postedDay, String settlement, String currency) {
        return new Unit(account, postedDay, BILL + settlement, currency);
    }

    private static @Nullable LocalDate date(@Nullable BillingDay day) {
        return day == null ? null : day.date();
    }
}
