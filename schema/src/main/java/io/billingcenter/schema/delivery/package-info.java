/** Tables of deliveries: periods to be delivered, and the files that were. */
@NullMarked
package io.billingcenter.schema.delivery;

import org.jspecify.annotations.NullMarked;
