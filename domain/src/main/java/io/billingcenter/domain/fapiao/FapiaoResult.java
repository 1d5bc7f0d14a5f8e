package io.billingcenter.domain.fapiao;

import io.billingcenter.domain.time.BillingDay;
import org.jspecify.annotations.Nullable;

/**
 * A result of a request, as the issuing service reports it.
 *
 * @param number number of the fapiao; empty while there is none
 * @param issued day on which it was issued; null while it is not
 * @param redOf number of the fapiao that a red one takes back; empty for others
 */
public record FapiaoResult(
        String requestId, String number, @Nullable BillingDay issued, FapiaoState state, String redOf) {}
