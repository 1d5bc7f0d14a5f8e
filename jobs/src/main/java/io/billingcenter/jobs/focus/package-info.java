/** The export of the charges of a closed month by FOCUS. */
@NullMarked
package io.billingcenter.jobs.focus;

import org.jspecify.annotations.NullMarked;
