/**
 * Writes coverage as a grid for people and as a list for programs. The entry point for people is
 * {@link io.billingcenter.writers.files.coverage.CoverageGrid}.
 */
@NullMarked
package io.billingcenter.writers.files.coverage;

import org.jspecify.annotations.NullMarked;
