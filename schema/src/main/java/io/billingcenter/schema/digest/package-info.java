/** Digests of rows, which control totals keep and verification compares: {@link io.billingcenter.schema.digest.RowDigests}. */
@NullMarked
package io.billingcenter.schema.digest;

import org.jspecify.annotations.NullMarked;
