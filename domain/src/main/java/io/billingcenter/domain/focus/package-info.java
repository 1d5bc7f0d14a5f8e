/** Charges by the FOCUS specification (FinOps Open Cost and Usage Specification): the one row from which all files are written. */
@NullMarked
package io.billingcenter.domain.focus;

import org.jspecify.annotations.NullMarked;
