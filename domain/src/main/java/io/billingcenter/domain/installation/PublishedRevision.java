package io.billingcenter.domain.installation;

import io.billingcenter.domain.delivery.DeliveryPeriod;

/**
 * A revision found in an output folder.
 *
 * @param revision number of the revision, from 1
 * @param contentDigest digest of the files according to the manifest; empty if there is none
 */
public record PublishedRevision(DeliveryPeriod period, int revision, String contentDigest) {

    @Override
    public String toString() {
        return period + "/r" + revision;
    }
}
