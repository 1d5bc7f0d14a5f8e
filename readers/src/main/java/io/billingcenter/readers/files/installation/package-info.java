/** Finds the periods and revisions that an output folder holds. */
@NullMarked
package io.billingcenter.readers.files.installation;

import org.jspecify.annotations.NullMarked;
