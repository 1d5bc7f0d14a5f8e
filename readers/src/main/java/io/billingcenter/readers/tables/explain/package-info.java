/** What explanations and comparisons are made of, read from the tables. */
@NullMarked
package io.billingcenter.readers.tables.explain;

import org.jspecify.annotations.NullMarked;
