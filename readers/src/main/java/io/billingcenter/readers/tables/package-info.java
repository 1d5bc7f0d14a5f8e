/** How tables are read page by page: {@link io.billingcenter.readers.tables.TablePages}. */
@NullMarked
package io.billingcenter.readers.tables;

import org.jspecify.annotations.NullMarked;
