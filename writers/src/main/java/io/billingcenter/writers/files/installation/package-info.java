/** Writes the marker that names the database an output folder belongs to. */
@NullMarked
package io.billingcenter.writers.files.installation;

import org.jspecify.annotations.NullMarked;
