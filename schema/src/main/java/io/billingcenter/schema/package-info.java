/**
 * The database's tables: each {@link io.billingcenter.schema.Table} declares its columns once, in the class that is named
 * after it; readers and writers use these columns by name. The migrations that create the tables are in
 * {@code schema/db/migration}.
 */
@NullMarked
package io.billingcenter.schema;

import org.jspecify.annotations.NullMarked;
