/**
 * Writers of the tables of metering: {@link io.billingcenter.writers.tables.metering.MeteringTaskTables} stores the tasks, {@link
 * io.billingcenter.writers.tables.metering.MeteredDayWriter} their results.
 */
@NullMarked
package io.billingcenter.writers.tables.metering;

import org.jspecify.annotations.NullMarked;
