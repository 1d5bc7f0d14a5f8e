/** Tables of the guards: lists of reasons, consents, and input that is not as expected. */
@NullMarked
package io.billingcenter.writers.tables.guard;

import org.jspecify.annotations.NullMarked;
