/** Measures classes of the readers that are not public. */
@NullMarked
package io.billingcenter.readers.files.traffic;

import org.jspecify.annotations.NullMarked;
