/** Finds the periods and revisions in an output folder. */
@NullMarked
package io.billingcenter.readers.files.installation;

import org.jspecify.annotations.NullMarked;
