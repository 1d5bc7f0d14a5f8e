/** Explanations and comparisons as text for people and as JSON: start with {@link io.billingcenter.writers.explain.Node}. */
@NullMarked
package io.billingcenter.writers.explain;

import org.jspecify.annotations.NullMarked;
