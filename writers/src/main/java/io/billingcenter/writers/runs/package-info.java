/** What ran, for people: {@link io.billingcenter.writers.runs.RunList}. */
@NullMarked
package io.billingcenter.writers.runs;

import org.jspecify.annotations.NullMarked;
