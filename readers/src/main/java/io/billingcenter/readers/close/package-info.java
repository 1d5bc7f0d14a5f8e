/** The facts about a month before it is closed: {@link io.billingcenter.readers.close.CloseFactsReader}. */
@NullMarked
package io.billingcenter.readers.close;

import org.jspecify.annotations.NullMarked;
