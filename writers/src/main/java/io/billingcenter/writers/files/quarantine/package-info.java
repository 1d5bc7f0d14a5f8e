/** Writes quarantined records as a CSV file that people repair. */
@NullMarked
package io.billingcenter.writers.files.quarantine;

import org.jspecify.annotations.NullMarked;
