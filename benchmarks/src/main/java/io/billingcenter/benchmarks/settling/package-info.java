/** How long settling takes: {@link io.billingcenter.benchmarks.settling.SettlingTimes}. */
@NullMarked
package io.billingcenter.benchmarks.settling;

import org.jspecify.annotations.NullMarked;
