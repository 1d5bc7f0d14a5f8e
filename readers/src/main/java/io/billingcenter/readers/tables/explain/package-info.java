/** Facts for explanations and comparisons, from the tables. */
@NullMarked
package io.billingcenter.readers.tables.explain;

import org.jspecify.annotations.NullMarked;
