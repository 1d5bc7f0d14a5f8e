package io.billingcenter.readers.tables.paging;

import io.billingcenter.domain.account.BillingAccountId;
import java.util.Currency;

/** An account and a currency in which it is billed. */
public record BilledAccount(BillingAccountId account, Currency currency) {}
