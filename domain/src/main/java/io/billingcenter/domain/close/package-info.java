/** The conditions for closing a month: {@link io.billingcenter.domain.close.CloseChecklist}. */
@NullMarked
package io.billingcenter.domain.close;

import org.jspecify.annotations.NullMarked;
