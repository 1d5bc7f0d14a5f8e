/** What the tables say of the stages, for the gate: {@link io.billingcenter.readers.control.DayEvidenceReader}. */
@NullMarked
package io.billingcenter.readers.control;

import org.jspecify.annotations.NullMarked;
