/**
 * Results of metering: {@link io.billingcenter.writers.tables.metering.MeteringTaskTables} lists the work, {@link
 * io.billingcenter.writers.tables.metering.MeteredDayWriter} stores its results.
 */
@NullMarked
package io.billingcenter.writers.tables.metering;

import org.jspecify.annotations.NullMarked;
