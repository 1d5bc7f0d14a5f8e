/** Rows of fapiao. */
@NullMarked
package io.billingcenter.writers.tables.fapiao;

import org.jspecify.annotations.NullMarked;
