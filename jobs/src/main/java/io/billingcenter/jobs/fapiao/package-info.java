/** Requests for fapiao of a closed month. */
@NullMarked
package io.billingcenter.jobs.fapiao;

import org.jspecify.annotations.NullMarked;
