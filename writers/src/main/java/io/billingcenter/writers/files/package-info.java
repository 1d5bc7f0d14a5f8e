/** Writes files that appear as a whole or not at all: {@link io.billingcenter.writers.files.AtomicFile}. */
@NullMarked
package io.billingcenter.writers.files;

import org.jspecify.annotations.NullMarked;
