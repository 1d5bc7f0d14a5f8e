/** Launching of jobs: begin with {@link io.billingcenter.jobs.launch.JobRunner}. */
@NullMarked
package io.billingcenter.jobs.launch;

import org.jspecify.annotations.NullMarked;
