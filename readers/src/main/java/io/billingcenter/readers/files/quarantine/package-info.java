/** Reads files of repaired records and checks them. */
@NullMarked
package io.billingcenter.readers.files.quarantine;

import org.jspecify.annotations.NullMarked;
