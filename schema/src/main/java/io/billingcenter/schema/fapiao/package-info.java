/** Tables of fapiao. */
@NullMarked
package io.billingcenter.schema.fapiao;

import org.jspecify.annotations.NullMarked;
