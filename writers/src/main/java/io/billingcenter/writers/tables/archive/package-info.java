/** Writers that move details out of the tables, and back: {@link io.billingcenter.writers.tables.archive.PurgedDayWriter}. */
@NullMarked
package io.billingcenter.writers.tables.archive;

import org.jspecify.annotations.NullMarked;
