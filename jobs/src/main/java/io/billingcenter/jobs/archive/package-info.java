/** The job that moves the details of closed months into archive files: {@link io.billingcenter.jobs.archive.PurgeJob}. */
@NullMarked
package io.billingcenter.jobs.archive;

import org.jspecify.annotations.NullMarked;
