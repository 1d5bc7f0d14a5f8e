/** Tables of control totals, gates and seals. */
@NullMarked
package io.billingcenter.schema.reconciliation;

import org.jspecify.annotations.NullMarked;
