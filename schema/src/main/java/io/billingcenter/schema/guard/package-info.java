/** Tables of the guards: stops, consents, acknowledgements, findings about input, and sums of account-days. */
@NullMarked
package io.billingcenter.schema.guard;

import org.jspecify.annotations.NullMarked;
