/** Writes the marker that names the database of an output folder. */
@NullMarked
package io.billingcenter.writers.files.installation;

import org.jspecify.annotations.NullMarked;
