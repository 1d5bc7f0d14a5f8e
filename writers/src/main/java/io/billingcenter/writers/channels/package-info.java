/** Ways on which delivered files go to receivers: {@link io.billingcenter.writers.channels.Channel}. */
@NullMarked
package io.billingcenter.writers.channels;

import org.jspecify.annotations.NullMarked;
