/** What ran, for people: {@link io.billingcenter.writers.files.runs.RunList}. */
@NullMarked
package io.billingcenter.writers.tables.runs;

import org.jspecify.annotations.NullMarked;
