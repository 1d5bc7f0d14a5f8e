/** Tables of price books. */
@NullMarked
package io.billingcenter.schema.pricing;

import org.jspecify.annotations.NullMarked;
