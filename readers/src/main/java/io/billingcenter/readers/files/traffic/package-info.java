/**
 * Traffic logs and hourly metering rows of a workspace-day: start with {@link
 * io.billingcenter.readers.files.traffic.TrafficReader}. {@link io.billingcenter.readers.files.traffic.TrafficFolder} finds the
 * files; the rules of the fields stand in small classes of their own, which every reader shares.
 */
@NullMarked
package io.billingcenter.readers.files.traffic;

import org.jspecify.annotations.NullMarked;
