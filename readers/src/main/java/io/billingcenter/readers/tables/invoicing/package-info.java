/** The facts about a month before it is closed: {@link io.billingcenter.readers.tables.invoicing.CloseFactsReader}. */
@NullMarked
package io.billingcenter.readers.tables.invoicing;

import org.jspecify.annotations.NullMarked;
