package io.billingcenter.readers.tables.settlement;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.PrepaidCard;
import io.billingcenter.domain.settlement.Recharge;
import io.billingcenter.domain.settlement.Voucher;
import io.billingcenter.domain.settlement.VoucherKind;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.readers.tables.paging.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** What was granted, bought, paid in and unlocked, and has not taken effect yet. */
final class WalletEventRows {

    private static final String VOUCHERS = """
            SELECT v.* FROM voucher v
            WHERE v.account_id IN (:accounts) AND v.activated <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'grant:' || v.voucher_id AND e.leg = 1)""";

    private static final String CARDS = """
            SELECT c.* FROM prepaid_card c
            WHERE c.account_id IN (:accounts) AND c.purchased <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'purchase:' || c.card_id AND e.leg = 1)""";

    private static final String RECHARGES = """
            SELECT r.* FROM recharge r
            WHERE r.account_id IN (:accounts) AND r.posted_day <= :until AND NOT EXISTS (
              SELECT 1 FROM ledger_entry e WHERE e.request_id = 'recharge:' || r.recharge_id AND e.leg = 1)""";

    private static final String UNLOCKS = """
            SELECT u.* FROM account_unlock u
            WHERE u.account_id IN (:accounts) AND u.from_day <= :until AND NOT EXISTS (
              SELECT 1 FROM applied_unlock a WHERE a.account_id = u.account_id AND a.unlock_day = u.from_day)""";

    /** The news of one account. */
    record AccountNews(
            List<Voucher> vouchers, List<PrepaidCard> cards, List<Recharge> recharges, List<BillingDay> unlocks) {

        AccountNews() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final NamedParameterJdbcTemplate jdbc;
    private final BillingDay until;

    WalletEventRows(NamedParameterJdbcTemplate jdbc, BillingDay until) {
        this.jdbc = jdbc;
        this.until = until;
    }

    /** The news of each account that has some. */
    Map<String, AccountNews> of(Collection<String> accounts) {
        Map<String, Object> parameters = Map.of("accounts", accounts, "until", until.date());
        Map<String, AccountNews> news = new HashMap<>();
        jdbc.query(VOUCHERS, parameters, row -> {
            of(news, row).vouchers().add(voucher(row));
        });
        jdbc.query(CARDS, parameters, row -> {
            of(news, row).cards().add(card(row));
        });
        jdbc.query(RECHARGES, parameters, row -> {
            of(news, row).recharges().add(recharge(row));
        });
        jdbc.query(UNLOCKS, parameters, row -> {
            of(news, row).unlocks().add(Columns.day(row, "from_day"));
        });
        return news;
    }

    private static AccountNews of(Map<String, AccountNews> news, ResultSet row) throws SQLException {
        return news.computeIfAbsent(row.getString("account_id"), account -> new AccountNews());
    }

    private static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getString("voucher_id"),
                account(row),
                Columns.known(VoucherKind.ofCode(row.getString("kind")), "kind"),
                row.getBigDecimal("amount"),
                Columns.day(row, "activated"),
                Columns.day(row, "expires"));
    }

    private static PrepaidCard card(ResultSet row) throws SQLException {
        return new PrepaidCard(
                row.getString("card_id"),
                account(row),
                row.getBigDecimal("amount"),
                Columns.day(row, "purchased"),
                Columns.day(row, "expires"));
    }

    private static Recharge recharge(ResultSet row) throws SQLException {
        return new Recharge(
                row.getString("recharge_id"),
                account(row),
                row.getBigDecimal("amount"),
                Columns.day(row, "posted_day"));
    }

    private static BillingAccountId account(ResultSet row) throws SQLException {
        return new BillingAccountId(row.getString("account_id"));
    }
}
