/** Prints the list of open holds. */
@NullMarked
package io.billingcenter.writers.files.guard;

import org.jspecify.annotations.NullMarked;
