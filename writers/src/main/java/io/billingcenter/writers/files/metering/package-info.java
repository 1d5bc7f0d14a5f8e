/** Traffic files that are copied from a remote store. */
@NullMarked
package io.billingcenter.writers.files.metering;

import org.jspecify.annotations.NullMarked;
