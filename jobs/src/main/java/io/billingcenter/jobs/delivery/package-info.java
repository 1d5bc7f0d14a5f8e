/** Committed rows into files: {@link io.billingcenter.jobs.delivery.DeliverFilesJob}. */
@NullMarked
package io.billingcenter.jobs.delivery;

import org.jspecify.annotations.NullMarked;
