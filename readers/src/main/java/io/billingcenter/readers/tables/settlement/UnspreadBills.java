package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.AccountDirectory;
import io.billingcenter.domain.account.SettlementMethod;
import io.billingcenter.domain.account.WorkspaceId;
import io.billingcenter.domain.settlement.BillKey;
import io.billingcenter.domain.settlement.BillSource;
import io.billingcenter.domain.settlement.LineAllocation;
import io.billingcenter.domain.settlement.LineKey;
import io.billingcenter.domain.settlement.LinePayment;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.settlement.PostedAmount;
import io.billingcenter.domain.settlement.ShareKey;
import io.billingcenter.domain.settlement.WalletKey;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.billing.PostingTable;
import io.billingcenter.schema.settlement.BillPaymentTable;
import io.billingcenter.schema.settlement.BillSourceTable;
import io.billingcenter.schema.settlement.UnspreadBillTable;
import io.billingcenter.schema.settlement.WalletColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Reads bills that were settled before payments were kept by line: their payments are spread over their lines when they are
 * needed. A database that never had such bills has no rows of them.
 */
final class UnspreadBills {

    private static final String BILLS =
            "(" + UnspreadBillTable.TABLE.select() + " WHERE account_id IN (:accounts) AND posted_day IN (:days)) u";

    private static final String OF_BILL = """
            ON b.account_id = u.account_id AND b.posted_day = u.posted_day AND b.settlement = u.settlement
              AND b.currency = u.currency""";

    private static final String SHARES = """
            SELECT %s FROM %s JOIN bill_payment b %s""".formatted(BillPaymentTable.TABLE.columnList("b"), BILLS, OF_BILL);

    private static final String SOURCES =
            "SELECT %s FROM %s JOIN bill_source b %s".formatted(BillSourceTable.TABLE.columnList("b"), BILLS, OF_BILL);

    private static final String POSTED = """
            SELECT b.account_id, b.currency, b.settlement, b.posted_day, b.workspace_id, b.billing_day, b.meter,
              b.retention_days, b.agreement_id, b.run_id, b.amount
            FROM %s JOIN posting b %s""".formatted(BILLS, OF_BILL);

    private final NamedParameterJdbcTemplate jdbc;
    private final AccountDirectory directory;

    UnspreadBills(NamedParameterJdbcTemplate jdbc, AccountDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    private record Key(WalletKey wallet, BillKey bill) {

        static Key of(ResultSet row) throws SQLException {
            return new Key(WalletColumns.wallet(row), WalletColumns.bill(row));
        }
    }

    /** The facts about a bill. */
    private static final class Facts {
        private final Map<ShareKey, PaymentParts> shares = new TreeMap<>();
        private final List<BillSource> sources = new ArrayList<>();
        private final List<PostedAmount> posted = new ArrayList<>();
    }

    /** The payments of bills that were spread over their lines. */
    static final class Spread {

        private final Map<Key, List<LinePayment>> payments = new HashMap<>();

        List<LinePayment> of(WalletKey wallet) {
            return payments.entrySet().stream()
                    .filter(bill -> bill.getKey().wallet().equals(wallet))
                    .sorted(Map.Entry.comparingByKey(java.util.Comparator.comparing(Key::bill)))
                    .flatMap(bill -> bill.getValue().stream())
                    .toList();
        }

        void forEach(BiConsumer<WalletKey, LinePayment> use) {
            payments.forEach((key, ofBill) -> ofBill.forEach(payment -> use.accept(key.wallet(), payment)));
        }
    }

    /**
     * Spreads the bills that a query finds, unless they are spread already.
     *
     * @param sql gives rows of {@code unspread_bill}
     */
    void spread(Spread spread, String sql, Map<String, ?> parameters) {
        Map<Key, Facts> bills = new HashMap<>();
        jdbc.query(sql, parameters, row -> {
            Key key = Key.of(row);
            if (!spread.payments.containsKey(key)) {
                bills.put(key, new Facts());
            }
        });
        if (bills.isEmpty()) {
            return;
        }
        load(bills);
        bills.forEach((key, facts) -> spread.payments.put(
                key,
                LineAllocation.allocate(
                        key.bill(),
                        facts.shares,
                        facts.sources,
                        facts.posted,
                        line -> vendorAccount(line, key.bill(), directory))));
    }

    private void load(Map<Key, Facts> bills) {
        Set<Object> days = new HashSet<>();
        Set<String> accounts = new HashSet<>();
        bills.keySet().forEach(key -> {
            days.add(key.bill().postedDay().date());
            accounts.add(key.wallet().account().value());
        });
        Map<String, Object> parameters = Map.of("accounts", accounts, "days", days);
        jdbc.query(SHARES, parameters, row -> {
            Facts facts = bills.get(Key.of(row));
            if (facts != null) {
                facts.shares.put(WalletColumns.share(row), BillPaymentTable.parts(row));
            }
        });
        jdbc.query(SOURCES, parameters, row -> {
            Facts facts = bills.get(Key.of(row));
            if (facts != null) {
                facts.sources.add(BillSourceTable.source(row));
            }
        });
        jdbc.query(POSTED, parameters, row -> {
            Facts facts = bills.get(Key.of(row));
            if (facts != null) {
                facts.posted.add(new PostedAmount(
                        WalletColumns.line(row),
                        PostingTable.RUN_ID.get(row),
                        WalletColumns.money(row, PostingTable.AMOUNT)));
            }
        });
    }

    /** Returns the cloud account that pays a line: that of the binding on its billing day. */
    static String vendorAccount(LineKey line, BillKey bill, AccountDirectory directory) {
        @Nullable WorkspaceId workspace = line.workspace();
        BillingDay day = line.billingDay();
        return workspace == null || bill.settlement() == SettlementMethod.WALLET
                ? ""
                : directory.vendorAccount(workspace, bill.settlement(), day).orElse("");
    }
}
