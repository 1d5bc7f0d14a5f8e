/**
 * Jobs, the application and its command line. The command line is {@code io.billingcenter.jobs.cli}; the main job, a page to read first, is {@code
 * io.billingcenter.jobs.nightly}. {@link io.billingcenter.jobs.BillingApplication} wires the rest.
 */
@NullMarked
package io.billingcenter.jobs;

import org.jspecify.annotations.NullMarked;
