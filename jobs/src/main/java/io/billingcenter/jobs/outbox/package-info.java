/** Delivered files on their way to receivers: {@link io.billingcenter.jobs.outbox.ShipStage}. */
@NullMarked
package io.billingcenter.jobs.outbox;

import org.jspecify.annotations.NullMarked;
