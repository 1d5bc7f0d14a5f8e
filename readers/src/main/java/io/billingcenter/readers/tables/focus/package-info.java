/** Queries for the charges of a closed month by FOCUS, page by page in a stable order. */
@NullMarked
package io.billingcenter.readers.tables.focus;

import org.jspecify.annotations.NullMarked;
