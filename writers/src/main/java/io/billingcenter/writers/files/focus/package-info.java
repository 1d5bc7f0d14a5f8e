/** Writers of the files of FOCUS, each row of which is checked against the rules of its version before anything is published. */
@NullMarked
package io.billingcenter.writers.files.focus;

import org.jspecify.annotations.NullMarked;
