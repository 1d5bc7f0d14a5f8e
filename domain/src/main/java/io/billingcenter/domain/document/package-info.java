/**
 * The documents that a billing account gets for a month: the {@link io.billingcenter.domain.document.InvoiceDocument} and
 * the {@link io.billingcenter.domain.document.StatementDocument}, as the values that are printed.
 */
@NullMarked
package io.billingcenter.domain.document;

import org.jspecify.annotations.NullMarked;
