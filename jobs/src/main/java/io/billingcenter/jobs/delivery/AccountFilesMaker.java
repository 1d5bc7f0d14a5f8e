package io.billingcenter.jobs.delivery;

import io.billingcenter.config.BillingSettings;
import io.billingcenter.domain.account.BillingAccountId;
import io.billingcenter.domain.delivery.DeliveryPeriod;
import io.billingcenter.domain.delivery.SetKind;
import io.billingcenter.domain.time.BillingMonth;
import io.billingcenter.readers.tables.delivery.DeliveredRows;
import io.billingcenter.readers.tables.invoicing.InvoicedAccounts;
import io.billingcenter.writers.files.delivery.AccountFilesContent;
import io.billingcenter.writers.files.delivery.SetContent;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Makes the invoices and lines of each account, in a folder of its own. */
@Component
class AccountFilesMaker implements SetMaker {

    private final JdbcTemplate jdbc;
    private final BillingSettings settings;

    AccountFilesMaker(JdbcTemplate jdbc, BillingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public SetKind kind() {
        return SetKind.ACCOUNTS;
    }

    @Override
    public Optional<SetContent> content(BillingMonth month, long runId) {
        Set<BillingAccountId> accounts =
                new InvoicedAccounts(jdbc).withFiles(month, settings.delivery().accountFiles());
        return accounts.isEmpty()
                ? Optional.empty()
                : Optional.of(new AccountFilesContent(
                        new DeliveredRows(jdbc, settings.rules().units(), settings.zone()),
                        new DeliveryPeriod.OfMonth(month),
                        accounts));
    }
}
