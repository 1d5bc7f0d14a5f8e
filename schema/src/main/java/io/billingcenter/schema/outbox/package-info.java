/** Tables of the shipments of delivered files. */
@NullMarked
package io.billingcenter.schema.outbox;

import org.jspecify.annotations.NullMarked;
