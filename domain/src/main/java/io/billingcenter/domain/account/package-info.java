/**
 * Workspaces and the billing accounts that pay for them on a day (billing rules 5). The entry point is {@link
 * io.billingcenter.domain.account.AccountDirectory}.
 */
@NullMarked
package io.billingcenter.domain.account;

import org.jspecify.annotations.NullMarked;
