/** Tables of invoices and of closed months. */
@NullMarked
package io.billingcenter.schema.invoicing;

import org.jspecify.annotations.NullMarked;
