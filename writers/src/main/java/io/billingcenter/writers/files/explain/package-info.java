/** Explanations and comparisons as text for people and as JSON: start with {@link io.billingcenter.writers.files.explain.Node}. */
@NullMarked
package io.billingcenter.writers.files.explain;

import org.jspecify.annotations.NullMarked;
