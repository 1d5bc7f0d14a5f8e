/** Tables of metering: the work that listing found, slices, readings, revisions with their measures, and quarantine. */
@NullMarked
package io.billingcenter.schema.metering;

import org.jspecify.annotations.NullMarked;
