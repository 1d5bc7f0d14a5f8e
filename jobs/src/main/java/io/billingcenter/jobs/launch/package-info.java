/** Starting a job once, safely: start with {@link io.billingcenter.jobs.launch.JobRunner}. */
@NullMarked
package io.billingcenter.jobs.launch;

import org.jspecify.annotations.NullMarked;
