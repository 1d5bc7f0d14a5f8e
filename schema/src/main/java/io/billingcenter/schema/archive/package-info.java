/** The tables of archived details: {@link io.billingcenter.schema.archive.PurgedDayTable}. */
@NullMarked
package io.billingcenter.schema.archive;

import org.jspecify.annotations.NullMarked;
