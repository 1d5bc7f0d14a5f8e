/** What explanations and comparisons are made of, read from the tables. */
@NullMarked
package io.billingcenter.readers.explain;

import org.jspecify.annotations.NullMarked;
