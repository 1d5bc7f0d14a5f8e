/** Queries for the guards: consents, and input that is not as expected. */
@NullMarked
package io.billingcenter.readers.tables.guard;

import org.jspecify.annotations.NullMarked;
