/** How tables of workspace-days are read page by page: {@link io.billingcenter.readers.tables.WorkspaceDayPages}. */
@NullMarked
package io.billingcenter.readers.tables;

import org.jspecify.annotations.NullMarked;
