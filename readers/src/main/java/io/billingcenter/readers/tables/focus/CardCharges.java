package io.billingcenter.readers.tables.focus;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.focus.AccountCharges;
import io.billingcenter.domain.focus.Charge;
import io.billingcenter.domain.focus.ChargeOwner;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.paging.BilledAccount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The purchases and expiries of prepaid cards in a month, by account. An installation has few cards beside its lines. */
final class CardCharges {

    private static final String BOUGHT = """
            SELECT e.account_id, e.currency, e.amount, e.entry_day, e.run_id, e.entry_number, e.instrument, c.expires
            FROM prepaid_card c JOIN ledger_entry e ON e.request_id = 'purchase:' || c.card_id
            WHERE e.side = 'prepaid_card' AND e.movement = 'purchase'""";

    /** Most cards never expire with a rest; those that did are known by the number of their expiries. */
    private static final String LOST = """
            SELECT e.account_id, e.currency, -e.amount AS amount, e.entry_day, e.run_id, e.entry_number, e.instrument,
              b.expires
            FROM wallet_balance b
            JOIN ledger_entry e ON e.account_id = b.account_id AND e.currency = b.currency
            WHERE b.side = 'prepaid_card' AND b.expiries > 0 AND e.side = 'prepaid_card' AND e.movement = 'expire'
              AND e.instrument = b.instrument""";

    private final ReferenceNames names;
    private final MonthRuns runs;
    private final Map<BilledAccount, List<Charge>> byAccount = new HashMap<>();

    CardCharges(JdbcTemplate jdbc, ReferenceNames names, MonthRuns runs) {
        this.names = names;
        this.runs = runs;
        jdbc.query(BOUGHT, (ResultSet row) -> {
            add(row, true);
        });
        jdbc.query(LOST, (ResultSet row) -> {
            add(row, false);
        });
        byAccount.values().forEach(charges -> charges.sort(Comparator.comparing(Charge::id)));
    }

    private void add(ResultSet row, boolean isBought) throws SQLException {
        LocalDate day = row.getObject("entry_day", LocalDate.class);
        BigDecimal amount = row.getBigDecimal("amount");
        if (!runs.counts(day, row.getLong("run_id")) || amount.signum() == 0) {
            return;
        }
        String account = row.getString("account_id");
        String currency = row.getString("currency");
        String card = row.getString("instrument");
        ChargeOwner owner = names.owner(account, currency, "");
        BillingDay on = new BillingDay(day);
        Charge charge = isBought
                ? AccountCharges.cardBought(
                        owner, card, amount, on, new BillingDay(row.getObject("expires", LocalDate.class)))
                : AccountCharges.cardLost(owner, card, amount, on, row.getLong("entry_number"));
        byAccount
                .computeIfAbsent(
                        new BilledAccount(new BillingAccountId(account), Currency.getInstance(currency)),
                        first -> new ArrayList<>())
                .add(charge);
    }

    Set<BilledAccount> accounts() {
        return byAccount.keySet();
    }

    List<Charge> of(BilledAccount account) {
        return byAccount.getOrDefault(account, List.of());
    }
}
