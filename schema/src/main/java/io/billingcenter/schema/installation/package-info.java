/** Tables of the output folders that belong to the database. */
@NullMarked
package io.billingcenter.schema.installation;

import org.jspecify.annotations.NullMarked;
