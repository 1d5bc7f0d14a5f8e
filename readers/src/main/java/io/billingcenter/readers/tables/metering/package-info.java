/** Work and history of metering: {@link io.billingcenter.readers.tables.metering.MeteringTaskReader}. */
@NullMarked
package io.billingcenter.readers.tables.metering;

import org.jspecify.annotations.NullMarked;
