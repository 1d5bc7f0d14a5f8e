/**
 * Prints explanations and comparisons as text for people and as JSON. The entry point is
 * {@link io.billingcenter.writers.files.explain.Node}.
 */
@NullMarked
package io.billingcenter.writers.files.explain;

import org.jspecify.annotations.NullMarked;
