/** Reads reference data from their tables, as of the last import. */
@NullMarked
package io.billingcenter.readers.tables.reference;

import org.jspecify.annotations.NullMarked;
