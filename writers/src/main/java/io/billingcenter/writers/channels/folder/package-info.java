/** Shipments into another folder. */
@NullMarked
package io.billingcenter.writers.channels.folder;

import org.jspecify.annotations.NullMarked;
