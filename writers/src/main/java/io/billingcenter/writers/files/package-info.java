/** Files that appear whole or not at all: {@link io.billingcenter.writers.files.WholeFile}. */
@NullMarked
package io.billingcenter.writers.files;

import org.jspecify.annotations.NullMarked;
