/** What must be true before a month is closed: {@link io.billingcenter.domain.close.CloseChecklist}. */
@NullMarked
package io.billingcenter.domain.close;

import org.jspecify.annotations.NullMarked;
