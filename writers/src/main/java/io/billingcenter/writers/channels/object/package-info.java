/** Shipments to object stores. */
@NullMarked
package io.billingcenter.writers.channels.object;

import org.jspecify.annotations.NullMarked;
