package io.billingcenter.domain.account;

import java.util.Currency;

/**
 * The billing-center account that pays for one or many workspaces (billing rules 5.1).
 *
 * @param username unique and immutable
 * @param currency the one currency in which the account is billed, CNY or USD
 * @param certified whether the enterprise behind it has proven its name
 */
public record BillingAccount(BillingAccountId id, String username, String name, Currency currency, boolean certified) {}
