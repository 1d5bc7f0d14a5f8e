/**
 * Who owns a workspace and who pays for it, on which day (billing rules 5): start with
 * {@link io.billingcenter.domain.account.AccountDirectory}.
 */
@NullMarked
package io.billingcenter.domain.account;

import org.jspecify.annotations.NullMarked;
