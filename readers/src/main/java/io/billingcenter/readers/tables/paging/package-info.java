/** Reading of tables page by page: {@link io.billingcenter.readers.tables.paging.TablePages}. */
@NullMarked
package io.billingcenter.readers.tables.paging;

import org.jspecify.annotations.NullMarked;
