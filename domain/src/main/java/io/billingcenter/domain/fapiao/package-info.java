/** Requests to issue fapiao for invoices, and the results that come back. */
@NullMarked
package io.billingcenter.domain.fapiao;

import org.jspecify.annotations.NullMarked;
