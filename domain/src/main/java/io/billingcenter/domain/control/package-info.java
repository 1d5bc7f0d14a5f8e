/** Proof: digests that show whether anything changed. Start with {@link io.billingcenter.domain.control.Digests}. */
@NullMarked
package io.billingcenter.domain.control;

import org.jspecify.annotations.NullMarked;
