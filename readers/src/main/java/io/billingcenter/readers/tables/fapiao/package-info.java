/** Queries of fapiao. */
@NullMarked
package io.billingcenter.readers.tables.fapiao;

import org.jspecify.annotations.NullMarked;
