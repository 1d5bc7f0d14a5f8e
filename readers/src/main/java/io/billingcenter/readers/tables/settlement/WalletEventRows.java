package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.schema.reference.AccountUnlockTable;
import io.billingcenter.schema.reference.PrepaidCardTable;
import io.billingcenter.schema.reference.RechargeTable;
import io.billingcenter.schema.reference.VoucherTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads the vouchers, cards, recharges and unlocks that have not taken effect yet. */
final class WalletEventRows {

    private static final String VOUCHERS = """
            SELECT %s FROM voucher v
            WHERE v.account_id IN (:accounts) AND v.activated <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'grant:' || v.voucher_id AND e.leg = 1)""".formatted(VoucherTable.TABLE.columnList("v"));

    private static final String CARDS = """
            SELECT %s FROM prepaid_card c
            WHERE c.account_id IN (:accounts) AND c.purchased <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'purchase:' || c.card_id AND e.leg = 1)""".formatted(PrepaidCardTable.TABLE.columnList("c"));

    private static final String RECHARGES = """
            SELECT %s FROM recharge r
            WHERE r.account_id IN (:accounts) AND r.posted_day <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'recharge:' || r.recharge_id AND e.leg = 1)""".formatted(RechargeTable.TABLE.columnList("r"));

    private static final String UNLOCKS = """
            SELECT %s FROM account_unlock u
            WHERE u.account_id IN (:accounts) AND u.from_day <= :until AND NOT EXISTS (
              SELECT 1 FROM applied_unlock a WHERE a.account_id = u.account_id AND a.unlock_day = u.from_day)""".formatted(AccountUnlockTable.TABLE.columnList("u"));

    /** The events of one account. */
    record AccountEvents(
            List<Voucher> vouchers, List<PrepaidCard> cards, List<Recharge> recharges, List<BillingDay> unlocks) {

        AccountEvents() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingDay until;

    WalletEventRows(NamedParameterJdbcTemplate jdbc, BillingDay until) {
        this.jdbc = jdbc;
        this.until = until;
    }

    /** Returns the events of each account that has some. */
    Map<String, AccountEvents> of(Collection<String> accounts) {
        Map<String, Object> parameters = Map.of("accounts", accounts, "until", until.date());
        Map<String, AccountEvents> events = new HashMap<>();
        jdbc.query(VOUCHERS, parameters, row -> {
            of(events, VoucherTable.ACCOUNT_ID.get(row)).vouchers().add(VoucherTable.voucher(row));
        });
        jdbc.query(CARDS, parameters, row -> {
            of(events, PrepaidCardTable.ACCOUNT_ID.get(row)).cards().add(PrepaidCardTable.prepaidCard(row));
        });
        jdbc.query(RECHARGES, parameters, row -> {
            of(events, RechargeTable.ACCOUNT_ID.get(row)).recharges().add(RechargeTable.recharge(row));
        });
        jdbc.query(UNLOCKS, parameters, row -> {
            of(events, AccountUnlockTable.ACCOUNT_ID.get(row)).unlocks().add(AccountUnlockTable.FROM_DAY.get(row));
        });
        return events;
    }

    private static AccountEvents of(Map<String, AccountEvents> events, BillingAccountId account) {
        return events.computeIfAbsent(account.value(), key -> new AccountEvents());
    }
}
