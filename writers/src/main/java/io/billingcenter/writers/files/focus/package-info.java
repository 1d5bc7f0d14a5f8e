/**
 * Writers of the files of FOCUS, and the interpreter of the rules of its requirements models, against which each row is checked
 * before anything is published.
 */
@NullMarked
package io.billingcenter.writers.files.focus;

import org.jspecify.annotations.NullMarked;
