package io.billingcenter.readers.tables.journal;

import io.billingcenter.domain.journal.JournalDocument;
import io.billingcenter.domain.journal.Movement;
import io.billingcenter.domain.money.Money;
import io.billingcenter.domain.settlement.LedgerAccount;
import io.billingcenter.domain.settlement.LedgerEntryType;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.settlement.LedgerEntryTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the movements of a month: the ledger requests that pay no daily bill. */
final class MovementReader {

    /** The types in the order of their request ids. Grants are not part of it: a voucher counts when it is used. */
    private static final List<LedgerEntryType> TYPES =
            List.of(LedgerEntryType.CLEAR, LedgerEntryType.EXPIRE, LedgerEntryType.PURCHASE, LedgerEntryType.RECHARGE);

    /** A condition for the movements of a month; requests of a type lie together in the index of the request ids. */
    static final String OF_MONTH = """
            e.request_id >= :firstId AND e.request_id < :endId AND e.entry_day < :to AND e.run_id <= :closed
              AND (e.entry_day >= :movementsFrom OR e.run_id > :closedBefore)""";

    private static final String MOVEMENTS = """
            SELECT e.request_id, e.leg, e.account_id, e.currency, e.movement, e.side, e.amount, e.entry_day,
              h.account_name
            FROM ledger_entry e
            LEFT JOIN invoice i ON i.billing_month = :month AND i.account_id = e.account_id AND i.currency = e.currency
              AND i.document = 'invoice'
            LEFT JOIN invoice_header h ON h.invoice_number = i.invoice_number
            WHERE %s
            ORDER BY e.request_id, e.leg""".formatted(OF_MONTH);

    private final NamedParameterJdbcTemplate jdbc;
    private final JournalMonth month;
    private @Nullable JournalDocument document;
    private Map<LedgerAccount, Money> credits = new EnumMap<>(LedgerAccount.class);

    MovementReader(NamedParameterJdbcTemplate jdbc, JournalMonth month) {
        this.jdbc = jdbc;
        this.month = month;
    }

    void read(Consumer<Movement> movement) {
        for (LedgerEntryType type : TYPES) {
            jdbc.query(MOVEMENTS, parameters(month, type), (ResultSet row) -> add(row, movement));
        }
        end(movement);
    }

    /** Returns the types whose movements are read. */
    static List<LedgerEntryType> types() {
        return TYPES;
    }

    /** Returns the parameters with those of a type. */
    static Map<String, Object> parameters(JournalMonth month, LedgerEntryType type) {
        Map<String, Object> parameters = new HashMap<>(month.parameters());
        parameters.put("firstId", type.code() + ":");
        // ';' follows ':'.
        parameters.put("endId", type.code() + ";");
        return parameters;
    }

    private void add(ResultSet row, Consumer<Movement> movement) throws SQLException {
        String request = LedgerEntryTable.REQUEST_ID.get(row);
        if (document == null || !document.source().equals(request)) {
            end(movement);
            document = document(request, row);
        }
        Money amount = Money.of(LedgerEntryTable.CURRENCY.get(row), LedgerEntryTable.AMOUNT.get(row));
        credits.merge(LedgerEntryTable.SIDE.get(row), amount, Money::plus);
    }

    private void end(Consumer<Movement> movement) {
        if (document != null) {
            movement.accept(new Movement(document, credits));
            document = null;
            credits = new EnumMap<>(LedgerAccount.class);
        }
    }

    private JournalDocument document(String request, ResultSet row) throws SQLException {
        BillingDay entered = LedgerEntryTable.ENTRY_DAY.get(row);
        // A closed period of the general ledger takes nothing more.
        BillingDay day =
                entered.isBefore(month.month().firstDay()) ? month.month().firstDay() : entered;
        return new JournalDocument(
                request,
                kind(LedgerEntryTable.MOVEMENT.get(row)),
                day,
                day,
                month.month(),
                LedgerEntryTable.ACCOUNT_ID.get(row),
                DocumentReader.name(row));
    }

    private static JournalDocument.Kind kind(LedgerEntryType type) {
        return switch (type) {
            case CLEAR -> JournalDocument.Kind.CLEAR;
            case EXPIRE -> JournalDocument.Kind.EXPIRE;
            case PURCHASE -> JournalDocument.Kind.PURCHASE;
            case RECHARGE -> JournalDocument.Kind.RECHARGE;
            case GRANT, BILL ->
                throw new IllegalArgumentException("Expected a movement that the journal has, found " + type.code());
        };
    }
}
