/** Prints the list of runs. */
@NullMarked
package io.billingcenter.writers.files.runs;

import org.jspecify.annotations.NullMarked;
