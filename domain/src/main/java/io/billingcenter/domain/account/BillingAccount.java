package io.billingcenter.domain.account;

import java.util.Currency;

/**
 * The account that pays for one or more workspaces (billing rules 5.1).
 *
 * @param username unique and immutable name
 * @param currency currency in which the account is billed, CNY or USD
 * @param certified whether the company has verified its name
 */
public record BillingAccount(BillingAccountId id, String username, String name, Currency currency, boolean certified) {}
