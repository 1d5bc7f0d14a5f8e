/** Runs and their numbers: {@link io.billingcenter.writers.files.runs.RunList}. */
@NullMarked
package io.billingcenter.writers.tables.runs;

import org.jspecify.annotations.NullMarked;
