/**
 * Readers of the traffic logs and hourly metering rows of a workspace-day. The entry point is
 * {@link io.billingcenter.readers.files.traffic.TrafficReader};
 * {@link io.billingcenter.readers.files.traffic.TrafficFolder} finds the files. The rules of the fields are in small
 * classes that all readers share.
 */
@NullMarked
package io.billingcenter.readers.files.traffic;

import org.jspecify.annotations.NullMarked;
