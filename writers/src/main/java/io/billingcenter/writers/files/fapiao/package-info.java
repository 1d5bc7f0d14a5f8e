/** Files of fapiao. */
@NullMarked
package io.billingcenter.writers.files.fapiao;

import org.jspecify.annotations.NullMarked;
