/** Delivered files on their way to receivers: which of them go where, when a failed attempt is repeated, and what is known of each. */
@NullMarked
package io.billingcenter.domain.outbox;

import org.jspecify.annotations.NullMarked;
