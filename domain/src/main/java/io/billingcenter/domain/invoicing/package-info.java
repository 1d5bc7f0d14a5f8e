/**
 * Invoices, and the conditions for closing a month: {@link io.billingcenter.domain.invoicing.Invoice} and {@link
 * io.billingcenter.domain.invoicing.CloseChecklist}.
 */
@NullMarked
package io.billingcenter.domain.invoicing;

import org.jspecify.annotations.NullMarked;
