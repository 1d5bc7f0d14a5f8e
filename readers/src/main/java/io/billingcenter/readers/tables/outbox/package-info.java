/** Reads the shipments and what is published: {@link io.billingcenter.readers.tables.outbox.ShipmentReader}. */
@NullMarked
package io.billingcenter.readers.tables.outbox;

import org.jspecify.annotations.NullMarked;
