/** SHA-256 of texts and bytes: {@link io.billingcenter.domain.digest.Digests}. */
@NullMarked
package io.billingcenter.domain.digest;

import org.jspecify.annotations.NullMarked;
