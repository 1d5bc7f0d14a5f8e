/** Reads price books from their tables. */
@NullMarked
package io.billingcenter.readers.tables.pricing;

import org.jspecify.annotations.NullMarked;
