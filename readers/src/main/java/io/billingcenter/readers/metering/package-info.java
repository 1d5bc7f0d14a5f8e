/** What metering finds in the tables: {@link io.billingcenter.readers.metering.MeteringTaskReader}. */
@NullMarked
package io.billingcenter.readers.metering;

import org.jspecify.annotations.NullMarked;
