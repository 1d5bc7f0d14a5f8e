/** Readers of everything that explanations and comparisons are made of. */
@NullMarked
package io.billingcenter.readers.tables.explain;

import org.jspecify.annotations.NullMarked;
