/**
 * Reference data, which is all input besides traffic and prices, as one value: {@link
 * io.billingcenter.domain.reference.ReferenceData}.
 */
@NullMarked
package io.billingcenter.domain.reference;

import org.jspecify.annotations.NullMarked;
