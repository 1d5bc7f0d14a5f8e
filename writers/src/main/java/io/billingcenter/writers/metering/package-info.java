/**
 * What metering leaves in the tables: {@link io.billingcenter.writers.metering.MeteringTaskTables} lists the work, {@link
 * io.billingcenter.writers.metering.MeteredDayWriter} stores its results.
 */
@NullMarked
package io.billingcenter.writers.metering;

import org.jspecify.annotations.NullMarked;
