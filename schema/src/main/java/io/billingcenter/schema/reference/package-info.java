/** Tables of reference data: each mirrors one file of the reference folder, as the last import had it. */
@NullMarked
package io.billingcenter.schema.reference;

import org.jspecify.annotations.NullMarked;
