/** Writes the tables of the shipments: {@link io.billingcenter.writers.tables.outbox.ShipmentWriter}. */
@NullMarked
package io.billingcenter.writers.tables.outbox;

import org.jspecify.annotations.NullMarked;
