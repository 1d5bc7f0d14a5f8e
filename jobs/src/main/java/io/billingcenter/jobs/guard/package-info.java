/** Guards within a run: what stops it before anything is posted, and what lets it pass. */
@NullMarked
package io.billingcenter.jobs.guard;

import org.jspecify.annotations.NullMarked;
