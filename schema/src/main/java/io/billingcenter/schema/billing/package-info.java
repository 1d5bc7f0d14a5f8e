/** Tables of rating, posting and fees. */
@NullMarked
package io.billingcenter.schema.billing;

import org.jspecify.annotations.NullMarked;
