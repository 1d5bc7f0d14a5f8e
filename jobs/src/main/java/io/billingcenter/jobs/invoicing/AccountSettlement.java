package io.billingcenter.jobs.invoicing;

import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.settlement.AccountResult;
import io.billingcenter.domain.settlement.AccountWork;
import io.billingcenter.domain.settlement.PaymentParts;
import io.billingcenter.domain.settlement.Settlement;
import io.billingcenter.domain.settlement.SharePayment;
import io.billingcenter.domain.time.BillingDay;
import io.billingcenter.jobs.launch.ReferenceLookups;
import io.billingcenter.readers.tables.settlement.WalletLoader;
import io.billingcenter.writers.tables.settlement.AccountResultWriter;
import java.util.Currency;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.jdbc.core.JdbcTemplate;

/** The settlement of the bills of one account up to a day, within the transaction of the caller. */
final class AccountSettlement {

    private final JdbcTemplate jdbc;
    private final ReferenceLookups lookups;
    private final BillingDay day;
    private final long runId;

    AccountSettlement(JdbcTemplate jdbc, ReferenceLookups lookups, BillingDay day, long runId) {
        this.jdbc = jdbc;
        this.lookups = lookups;
        this.day = day;
        this.runId = runId;
    }

    /** Returns whether the account has bills up to the day that have changed since they were settled. */
    boolean isDue(BillingAccountId account) {
        Integer due = jdbc.queryForObject(
                "SELECT COUNT(*) FROM settlement_due WHERE account_id = ? AND posted_day <= ?",
                Integer.class,
                account.value(),
                day.date());
        return due != null && due > 0;
    }

    /** Settles the bills, and returns what it has moved for those of the day in that currency. */
    PaymentParts settle(BillingAccountId account, Currency currency) {
        WalletLoader wallets = new WalletLoader(jdbc, lookups.directory(), day, day);
        AccountWork work = wallets.load(List.of(account.value())).get(0);
        AccountResult result = AccountResult.of(work, new Settlement(lookups.lockRules()), day, lookups.directory());
        new AccountResultWriter(jdbc, day, runId).write(new Chunk<>(List.of(result)));
        return result.wallets().stream()
                .filter(wallet -> wallet.after().key().currency().equals(currency))
                .flatMap(wallet -> wallet.payments().stream())
                .filter(payment -> payment.bill().postedDay().equals(day))
                .map(SharePayment::parts)
                .reduce(PaymentParts.nothing(currency), PaymentParts::plus);
    }
}
