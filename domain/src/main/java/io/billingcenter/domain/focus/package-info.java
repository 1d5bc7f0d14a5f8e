/**
 * Charges by the FOCUS specification (FinOps Open Cost and Usage Specification): the one row from which the files of every
 * version are written, and an interpreter of the rules of its requirements models.
 */
@NullMarked
package io.billingcenter.domain.focus;

import org.jspecify.annotations.NullMarked;
