package io.billingcenter.domain.installation;

import io.billingcenter.domain.delivery.DeliveryPeriod;

/**
 * A revision that an output folder has.
 *
 * @param revision from 1
 * @param contentDigest digest that its manifest gives of its files; empty when it has none
 */
public record PublishedRevision(DeliveryPeriod period, int revision, String contentDigest) {

    @Override
    public String toString() {
        return period + "/r" + revision;
    }
}
