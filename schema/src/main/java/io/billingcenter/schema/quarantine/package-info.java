/** Tables of repairs of quarantined records. */
@NullMarked
package io.billingcenter.schema.quarantine;

import org.jspecify.annotations.NullMarked;
